package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.Optional;

/** A customer on the wire. */
public record CustomerView(
        String id,
        long version,
        @JsonUnwrapped CustomerBody data,
        Optional<String> ownerId,
        Optional<String> departmentId,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Instant> archivedAt) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "version", "ownerId", "departmentId", "createdAt", "createdBy", "updatedAt", "updatedBy", "archivedAt"
    };

    static CustomerView of(Customer customer) {
        return new CustomerView(
                Ids.toText(customer.id().value()),
                customer.version(),
                CustomerBody.of(customer.data()),
                customer.ownership().owner().map(Ids::toText),
                customer.ownership().department().map(Ids::toText),
                customer.createdAt(),
                customer.createdBy(),
                customer.updatedAt(),
                customer.updatedBy(),
                customer.archivedAt());
    }
}
