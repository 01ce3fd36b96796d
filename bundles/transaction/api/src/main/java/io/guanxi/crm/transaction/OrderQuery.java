package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.Optional;

/** Which orders a list shows; its text is the beginning of a number or of an external id. */
public record OrderQuery(Optional<CustomerId> customer, Optional<OrderStatus> status, ListQuery list) {

    /** The orders of a customer, or of all, newest first. */
    public static OrderQuery newest(Optional<CustomerId> customer, int limit) {
        return new OrderQuery(
                customer, Optional.empty(), ListQuery.all(SortOrder.parse("-orderedAt", OrderFields.ALL), limit));
    }
}
