package io.guanxi.crm.contact;

import java.time.Instant;
import java.util.Optional;

/** A contact as it stood when it was read; {@code data.by} is always present. */
public record Interaction(
        InteractionId id,
        long version,
        InteractionData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Instant> archivedAt) {}
