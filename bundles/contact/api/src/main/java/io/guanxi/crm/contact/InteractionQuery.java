package io.guanxi.crm.contact;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.Optional;

/** Which contacts a list shows; its text is looked for anywhere in subject, summary and result. */
public record InteractionQuery(Optional<CustomerId> customer, ListQuery list) {

    /** The contacts with a customer, or with all, newest first. */
    public static InteractionQuery newest(Optional<CustomerId> customer, int limit) {
        return new InteractionQuery(customer, ListQuery.all(SortOrder.parse("-at", InteractionFields.ALL), limit));
    }
}
