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
        Optional<Instant> archivedAt) {}
