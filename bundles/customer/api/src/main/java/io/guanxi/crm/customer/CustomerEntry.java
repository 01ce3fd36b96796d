package io.guanxi.crm.customer;

import io.guanxi.crm.platform.fields.CustomValues;
import java.time.Instant;
import java.util.Optional;

/** A customer as a list shows it: the first of each of its lists, so that a page costs one query, and one more where there are custom fields. */
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
        Optional<Instant> archivedAt,
        Ownership ownership,
        CustomValues custom) {

    /** The same entry with these values in custom fields. */
    public CustomerEntry with(CustomValues values) {
        return new CustomerEntry(
                id,
                kind,
                code,
                externalId,
                name,
                stage,
                industry,
                phone,
                email,
                city,
                createdAt,
                updatedAt,
                archivedAt,
                ownership,
                values);
    }
}
