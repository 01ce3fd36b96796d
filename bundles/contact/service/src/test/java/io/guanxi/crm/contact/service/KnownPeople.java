package io.guanxi.crm.contact.service;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Knows customers 1 to 9, and of each the persons 10 to 19, 20 to 29 and so on. */
final class KnownPeople implements CustomerArchive, Persons {

    @Override
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        return ids.stream()
                .filter(id -> id.value() < 10)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> "N" + id));
    }

    @Override
    public Optional<Person> find(CustomerId customer, PersonId id) {
        if (id.value() / 10 != customer.value()) {
            return Optional.empty();
        }
        PersonData data = new PersonData("P" + id, Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
        return Optional.of(new Person(id, customer, 1, data, Instant.EPOCH, "x", Instant.EPOCH, "x", Optional.empty()));
    }

    @Override
    public Customer register(CustomerData data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, CustomerId> byExternalIds(Collection<String> externalIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer change(CustomerId id, long version, UnaryOperator<CustomerData> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer archive(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Customer restore(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Field> fields() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<CustomerEntry> list(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<Person> list(PersonQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(PersonQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Person add(CustomerId customer, PersonData data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> of(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Person change(CustomerId customer, PersonId id, long version, UnaryOperator<PersonData> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Person archive(CustomerId customer, PersonId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Person restore(CustomerId customer, PersonId id) {
        throw new UnsupportedOperationException();
    }
}
