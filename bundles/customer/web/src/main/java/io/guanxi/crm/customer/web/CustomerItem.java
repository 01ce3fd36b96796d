package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.platform.http.CustomJson;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer in a list: shaped like {@link CustomerView}, with the first of each of its lists alone. */
public record CustomerItem(
        String id,
        CustomerKind kind,
        String code,
        Optional<String> externalId,
        String name,
        Stage stage,
        Optional<String> industry,
        List<String> phones,
        List<String> emails,
        List<AddressView> addresses,
        Optional<String> ownerId,
        Optional<String> departmentId,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> archivedAt,
        Map<String, JsonNode> custom) {

    static CustomerItem of(CustomerEntry entry) {
        return new CustomerItem(
                Ids.toText(entry.id().value()),
                entry.kind(),
                entry.code(),
                entry.externalId(),
                entry.name(),
                entry.stage(),
                entry.industry(),
                entry.phone().stream().toList(),
                entry.email().stream().toList(),
                entry.city().stream().map(AddressView::ofCity).toList(),
                entry.ownership().owner().map(Ids::toText),
                entry.ownership().department().map(Ids::toText),
                entry.createdAt(),
                entry.updatedAt(),
                entry.archivedAt(),
                CustomJson.write(entry.custom()));
    }
}
