package io.guanxi.crm.customer;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** The people at our customers. Calls join the caller's transaction, or run in their own. */
@ProviderType
public interface Persons {

    /** @throws UnknownCustomerException if no customer has this id */
    Person add(CustomerId customer, PersonData data);

    /** The living persons of a customer, by name; at most 200. */
    List<Person> of(CustomerId customer);

    /** What lists can be filtered and sorted by, as far as the fields allow it; custom fields included. */
    List<Field> fields();

    /**
     * One page of persons, by key.
     *
     * @throws UnknownCustomerException if the query is about a customer that is not there
     */
    Slice<Person> list(PersonQuery query);

    /** The ids of one page, for who reads the records by themselves, or not at all. */
    Slice<PersonId> ids(PersonQuery query);

    /** How many persons the query matches, its position and limit set aside. */
    long count(PersonQuery query);

    /** Empty where the customer has no such person. */
    Optional<Person> find(CustomerId customer, PersonId id);

    /**
     * Changes a person.
     *
     * @throws UnknownPersonException if the customer has no such person
     * @throws io.guanxi.crm.platform.problem.StaleVersionException if it was changed since {@code version}
     */
    Person change(CustomerId customer, PersonId id, long version, UnaryOperator<PersonData> change);

    /**
     * Takes the person out of the lists; nothing is deleted. Archiving twice is once.
     *
     * @throws UnknownPersonException if the customer has no such person
     */
    Person archive(CustomerId customer, PersonId id);

    /**
     * Brings an archived person back.
     *
     * @throws UnknownPersonException if the customer has no such person
     */
    Person restore(CustomerId customer, PersonId id);
}
