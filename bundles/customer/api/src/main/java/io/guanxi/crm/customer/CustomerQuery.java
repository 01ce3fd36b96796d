package io.guanxi.crm.customer;

import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import java.util.Optional;

/**
 * Which customers a list shows. Its text finds names by any part of them, by pinyin and its initials; phone numbers by
 * their first and last digits; codes, external ids and e-mail addresses by their beginning.
 *
 * @param archived false: only living records; true: only archived ones
 */
public record CustomerQuery(ListQuery list, Optional<CustomerKind> kind, boolean archived) {

    /** The living customers by name. */
    public static CustomerQuery byName(int limit) {
        return new CustomerQuery(
                ListQuery.all(SortOrder.parse("name", CustomerFields.ALL), limit), Optional.empty(), false);
    }

    /** The same customers, asked for otherwise. */
    public CustomerQuery with(ListQuery newList) {
        return new CustomerQuery(newList, kind, archived);
    }
}
