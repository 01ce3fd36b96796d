package io.guanxi.crm.customer.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.platform.http.Ids;
import java.time.Instant;
import java.util.Optional;

/** A person at a customer on the wire. */
public record PersonView(
        String id,
        String customerId,
        long version,
        @JsonUnwrapped PersonBody data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Instant> archivedAt) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "customerId", "version", "createdAt", "createdBy", "updatedAt", "updatedBy", "archivedAt"
    };

    static PersonView of(Person person) {
        return new PersonView(
                Ids.toText(person.id().value()),
                Ids.toText(person.customer().value()),
                person.version(),
                PersonBody.of(person.data()),
                person.createdAt(),
                person.createdBy(),
                person.updatedAt(),
                person.updatedBy(),
                person.archivedAt());
    }
}
