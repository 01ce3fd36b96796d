package io.guanxi.crm.customer;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** All known customers. Calls join the caller's transaction, or run in their own. */
@ProviderType
public interface CustomerArchive {

    /**
     * Enters a new customer under a fresh id.
     *
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming each field that breaks a rule
     * @throws io.guanxi.crm.platform.problem.ConflictException where code or external id is taken
     */
    Customer register(CustomerData data);

    /** Looks a customer up, archived or not; empty when the id was never issued. */
    Optional<Customer> find(CustomerId id);

    /** The names of these customers; ids never issued are missing in the answer. */
    Map<CustomerId, String> names(Collection<CustomerId> ids);

    /** The ids behind these external ids; unknown ones are missing in the answer. */
    Map<String, CustomerId> byExternalIds(Collection<String> externalIds);

    /**
     * Changes a customer.
     *
     * @param version the version the caller has read
     * @throws UnknownCustomerException if no customer has this id
     * @throws io.guanxi.crm.platform.problem.StaleVersionException if it was changed since
     */
    Customer change(CustomerId id, long version, UnaryOperator<CustomerData> change);

    /** Takes the customer out of the lists; nothing is deleted. Archiving twice is once. */
    Customer archive(CustomerId id);

    /** Brings an archived customer back. */
    Customer restore(CustomerId id);

    /** What lists can be filtered and sorted by, as far as the fields allow it; custom fields included. */
    List<Field> fields();

    /** One page, by key: its cost doesn't grow with the pages before it. */
    Slice<CustomerEntry> list(CustomerQuery query);

    /** The ids of one page, for who reads the records by themselves, or not at all. */
    Slice<CustomerId> ids(CustomerQuery query);

    /** How many customers the query matches, its position and limit set aside. */
    long count(CustomerQuery query);
}
