package io.guanxi.crm.customer;

import io.guanxi.crm.platform.fields.CustomValues;
import java.util.List;
import java.util.Optional;

/**
 * What users enter about a person at a customer.
 *
 * @param custom what the enterprise's own fields hold
 * @param role part played there, such as {@code decision-maker}, {@code user}, {@code buyer}
 */
public record PersonData(
        String name,
        Optional<String> role,
        List<String> phones,
        List<String> emails,
        PersonDetails details,
        CustomValues custom) {

    public PersonData {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    /** Without values in custom fields. */
    public PersonData(
            String name, Optional<String> role, List<String> phones, List<String> emails, PersonDetails details) {
        this(name, role, phones, emails, details, CustomValues.NONE);
    }

    /** The same data with these values in custom fields. */
    public PersonData with(CustomValues newCustom) {
        return new PersonData(name, role, phones, emails, details, newCustom);
    }
}
