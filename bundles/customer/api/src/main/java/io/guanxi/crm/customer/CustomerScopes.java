package io.guanxi.crm.customer;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which customers a scope reaches, for modules whose records belong to customers: who doesn't reach a customer doesn't reach
 * what belongs to it. A share for reading reaches in {@link #visible}, not in {@link #writable}.
 */
@ProviderType
public interface CustomerScopes {

    /**
     * Adds to a query that only records of visible customers are meant; nothing where the scope is everything.
     *
     * @param column of the customers' ids, such as {@code O.CUSTOMER_ID}
     * @return begins with {@code " AND "}, or is empty
     */
    Sql condition(String column, Scope scope);

    /** Those of these customers that the scope sees; ids never issued are missing in the answer. */
    Set<CustomerId> visible(Collection<CustomerId> customers, Scope scope);

    /** Visits the ids of all customers that the scope sees, archived ones too, in no particular order. */
    void visitVisible(Scope scope, LongConsumer visitor);

    /** Those of these customers that the scope may change. */
    Set<CustomerId> writable(Collection<CustomerId> customers, Scope scope);

    /**
     * Those of these records whose customers the scope sees.
     *
     * @param customers id of the customer of each record
     */
    default List<Long> reached(Map<Long, Long> customers, Scope scope) {
        Set<CustomerId> seen =
                visible(customers.values().stream().map(CustomerId::new).toList(), scope);
        return customers.entrySet().stream()
                .filter(entry -> seen.contains(new CustomerId(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** True where the scope sees the customer. */
    default boolean sees(CustomerId customer, Scope scope) {
        return visible(List.of(customer), scope).contains(customer);
    }

    /**
     * Lets a change of what belongs to the customer pass.
     *
     * @return false where the scope doesn't see the customer, or there is none
     * @throws ForbiddenException where it sees the customer and may not change it
     */
    default boolean admits(CustomerId customer, Scope scope) {
        if (mayChange(customer, scope)) {
            return true;
        }
        if (sees(customer, scope)) {
            throw new ForbiddenException();
        }
        return false;
    }

    /** True where the scope may change the customer. */
    default boolean mayChange(CustomerId customer, Scope scope) {
        return writable(List.of(customer), scope).contains(customer);
    }
}
