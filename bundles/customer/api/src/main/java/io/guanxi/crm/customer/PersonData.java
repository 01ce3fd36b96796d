package io.guanxi.crm.customer;

import java.util.List;
import java.util.Optional;

/**
 * What users enter about a person at a customer.
 *
 * @param role part played there, such as {@code decision-maker}, {@code user}, {@code buyer}
 */
public record PersonData(
        String name, Optional<String> role, List<String> phones, List<String> emails, PersonDetails details) {

    public PersonData {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }
}
