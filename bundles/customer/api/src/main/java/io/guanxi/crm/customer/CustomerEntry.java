package io.guanxi.crm.customer;

import java.time.Instant;
import java.util.Optional;

/** A customer as a list shows it: no collections, so that a page costs one query. */
public record CustomerEntry(
        CustomerId id,
        CustomerKind kind,
        String code,
        Optional<String> externalId,
        String name,
        Stage stage,
        Optional<String> industry,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> city,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> archivedAt) {}
