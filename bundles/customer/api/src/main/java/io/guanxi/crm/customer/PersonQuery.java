package io.guanxi.crm.customer;

import io.guanxi.crm.platform.query.ListQuery;
import java.util.Optional;

/**
 * Which persons a list shows; its text finds them as it finds customers.
 *
 * @param customer where they are; empty: at any customer
 * @param archived the archived ones instead of the living
 */
public record PersonQuery(Optional<CustomerId> customer, boolean archived, ListQuery list) {

    /** The living persons of a customer. */
    public PersonQuery(CustomerId customer, ListQuery list) {
        this(Optional.of(customer), false, list);
    }
}
