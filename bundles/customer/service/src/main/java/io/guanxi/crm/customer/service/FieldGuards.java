package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.Sex;
import io.guanxi.crm.platform.fields.rights.FieldGuard;
import io.guanxi.crm.platform.security.FieldRights;
import java.util.Map;
import java.util.Set;

/** What is hidden of customers and persons. */
final class FieldGuards {

    private static final Map<String, Object> BLANKS = Map.of("sex", Sex.UNKNOWN);

    static final FieldGuard<CustomerData> CUSTOMERS =
            new FieldGuard<>(CustomerData.class, Map.of(), Set.of("person"), BLANKS);

    static final FieldGuard<CustomerEntry> ENTRIES = new FieldGuard<>(
            CustomerEntry.class,
            Map.of("phone", "phones", "email", "emails", "city", "addresses.city"),
            Set.of(),
            Map.of());

    static final FieldGuard<PersonData> PERSONS =
            new FieldGuard<>(PersonData.class, Map.of(), Set.of("details"), BLANKS);

    private FieldGuards() {}

    static Customer shown(Customer customer, FieldRights rights) {
        return customer.with(CUSTOMERS.shown(customer.data(), rights));
    }

    static Person shown(Person person, FieldRights rights) {
        return person.with(PERSONS.shown(person.data(), rights));
    }
}
