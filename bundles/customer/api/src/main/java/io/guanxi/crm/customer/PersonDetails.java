package io.guanxi.crm.customer;

import java.util.Optional;

/** What is known of a human being beyond name and reach. */
public record PersonDetails(
        Sex sex,
        Optional<Birthday> birthday,
        Optional<String> position,
        Optional<String> education,
        Optional<String> occupation,
        Optional<String> preferences) {

    public static final PersonDetails NONE = new PersonDetails(
            Sex.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
