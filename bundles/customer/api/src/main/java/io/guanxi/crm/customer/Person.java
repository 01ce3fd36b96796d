package io.guanxi.crm.customer;

import java.time.Instant;
import java.util.Optional;

/** A person at a customer as it stood when it was read. */
public record Person(
        PersonId id,
        CustomerId customer,
        long version,
        PersonData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Instant> archivedAt) {

    /** The same person with these data. */
    public Person with(PersonData newData) {
        return new Person(id, customer, version, newData, createdAt, createdBy, updatedAt, updatedBy, archivedAt);
    }
}
