package io.guanxi.crm.customer.service.privacy;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.List;
import java.util.Optional;

/** The records that stand for persons, archived or not. */
final class StoredSubjects {

    private final Jdbc jdbc;
    private final CustomerArchive archive;
    private final Persons persons;

    StoredSubjects(Jdbc jdbc, CustomerArchive archive, Persons persons) {
        this.jdbc = jdbc;
        this.archive = archive;
        this.persons = persons;
    }

    Optional<CustomerId> customerOf(PersonId person) {
        return jdbc.first(
                "SELECT CUSTOMER_ID FROM CRM_CUSTOMER_PERSON WHERE ID = ?",
                statement -> statement.setLong(1, person.value()),
                row -> new CustomerId(row.getLong(1)));
    }

    Optional<CustomerKind> kindOf(CustomerId customer) {
        return jdbc.first(
                "SELECT KIND FROM CRM_CUSTOMER_CUSTOMER WHERE ID = ?",
                statement -> statement.setLong(1, customer.value()),
                row -> CustomerKind.valueOf(row.getString(1)));
    }

    /** All persons at the customer, archived ones included. */
    List<PersonId> personsAt(CustomerId customer) {
        return jdbc.list(
                "SELECT ID FROM CRM_CUSTOMER_PERSON WHERE CUSTOMER_ID = ? ORDER BY ID",
                statement -> statement.setLong(1, customer.value()),
                row -> new PersonId(row.getLong(1)));
    }

    Optional<Person> person(PersonId id) {
        return customerOf(id).flatMap(customer -> persons.find(customer, id));
    }

    Optional<Customer> customer(CustomerId id) {
        return archive.find(id);
    }
}
