package io.guanxi.crm.contact.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An interaction on the wire. */
public record InteractionView(
        String id,
        long version,
        @JsonUnwrapped InteractionBody data,
        Optional<String> customerName,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Instant> archivedAt) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "version", "customerName", "createdAt", "createdBy", "updatedAt", "updatedBy", "archivedAt"
    };

    static InteractionView of(Interaction interaction, Map<CustomerId, String> names) {
        return new InteractionView(
                Ids.toText(interaction.id().value()),
                interaction.version(),
                InteractionBody.of(interaction.data()),
                Optional.ofNullable(names.get(interaction.data().customer())),
                interaction.createdAt(),
                interaction.createdBy(),
                interaction.updatedAt(),
                interaction.updatedBy(),
                interaction.archivedAt());
    }
}
