package io.guanxi.crm.customer;

import java.time.Instant;
import java.util.Optional;

/** A customer as it stood when it was read; {@code data.code} is always present. */
public record Customer(
        CustomerId id,
        long version,
        CustomerData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Instant> archivedAt,
        Ownership ownership) {

    /** The same customer with these data. */
    public Customer with(CustomerData newData) {
        return new Customer(id, version, newData, createdAt, createdBy, updatedAt, updatedBy, archivedAt, ownership);
    }
}
