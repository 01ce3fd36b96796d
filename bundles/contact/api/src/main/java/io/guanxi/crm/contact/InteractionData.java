package io.guanxi.crm.contact;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What users enter about a contact; {@code by} defaults to the caller. */
public record InteractionData(
        CustomerId customer,
        List<PersonId> persons,
        Channel channel,
        Direction direction,
        Instant at,
        Optional<Instant> until,
        String subject,
        Optional<String> summary,
        Optional<String> result,
        Optional<String> by,
        Optional<NextStep> nextStep) {

    public InteractionData {
        persons = List.copyOf(persons);
    }
}
