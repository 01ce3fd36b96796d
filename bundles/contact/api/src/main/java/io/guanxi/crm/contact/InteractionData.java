package io.guanxi.crm.contact;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.platform.fields.CustomValues;
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
        Optional<NextStep> nextStep,
        CustomValues custom) {

    public InteractionData {
        persons = List.copyOf(persons);
    }

    /** Without values in custom fields. */
    public InteractionData(
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
        this(
                customer,
                persons,
                channel,
                direction,
                at,
                until,
                subject,
                summary,
                result,
                by,
                nextStep,
                CustomValues.NONE);
    }

    /** The same data with these values in custom fields. */
    public InteractionData with(CustomValues newCustom) {
        return new InteractionData(
                customer, persons, channel, direction, at, until, subject, summary, result, by, nextStep, newCustom);
    }
}
