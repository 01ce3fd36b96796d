package io.guanxi.crm.contact;

import io.guanxi.crm.platform.fields.CustomValues;
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
        Optional<Instant> archivedAt) {

    /** The same interaction with these data. */
    public Interaction with(InteractionData newData) {
        return new Interaction(id, version, newData, createdAt, createdBy, updatedAt, updatedBy, archivedAt);
    }

    /** The same interaction with these values in custom fields. */
    public Interaction with(CustomValues custom) {
        return with(data.with(custom));
    }
}
