package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a scope through to the customers it reaches: by owner and department at once, by a share where it has to be looked up. */
public final class CustomerGate {

    private static final String OWNERS = "SELECT ID, OWNER_ID, DEPARTMENT_ID FROM "
            + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CUSTOMER_PK") + "WHERE ID";

    private final Jdbc jdbc;
    private final ShareTable shares;
    private final Clock clock;

    public CustomerGate(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.shares = new ShareTable(jdbc);
        this.clock = clock;
    }

    /** To whom a new customer belongs: who reaches every customer leaves it in the pool, others own what they enter. */
    public static Ownership first(Caller caller, Scope scope) {
        return scope.everything() || caller.user().isEmpty()
                ? Ownership.POOL
                : new Ownership(caller.user(), caller.department());
    }

    /** True where the scope sees this customer. */
    boolean sees(Scope scope, CustomerId id, Ownership ownership) {
        return !reached(scope, Map.of(id, ownership), false).isEmpty();
    }

    /**
     * @throws UnknownCustomerException where the scope doesn't see the customer
     * @throws ForbiddenException where it sees it and may not change it
     */
    void requireWritable(Scope scope, CustomerId id, Ownership ownership) {
        if (!reached(scope, Map.of(id, ownership), true).isEmpty()) {
            return;
        }
        if (sees(scope, id, ownership)) {
            throw new ForbiddenException();
        }
        throw new UnknownCustomerException(id);
    }

    /** As above, for a customer that has not been read. */
    void requireWritable(Scope scope, CustomerId id) {
        requireWritable(
                scope,
                id,
                Optional.ofNullable(owners(List.of(id)).get(id)).orElseThrow(() -> new UnknownCustomerException(id)));
    }

    /** @throws UnknownCustomerException where there is no such customer, or the scope doesn't see it */
    void requireVisible(Scope scope, CustomerId id) {
        if (reached(scope, List.of(id), false).isEmpty()) {
            throw new UnknownCustomerException(id);
        }
    }

    /** Those of these customers that the scope sees, or may change; ids never issued are missing in the answer. */
    public Set<CustomerId> reached(Scope scope, Collection<CustomerId> ids, boolean toWrite) {
        return reached(scope, owners(ids), toWrite);
    }

    /** Those of these customers, of whom is known whom they belong to, that the scope may change. */
    public Set<CustomerId> writable(Scope scope, Map<CustomerId, Ownership> customers) {
        return reached(scope, customers, true);
    }

    private Set<CustomerId> reached(Scope scope, Map<CustomerId, Ownership> customers, boolean toWrite) {
        Set<CustomerId> reached = new HashSet<>();
        List<CustomerId> rest = new ArrayList<>();
        customers.forEach((id, ownership) -> {
            if (scope.reaches(ownership.owner(), ownership.department())) {
                reached.add(id);
            } else {
                rest.add(id);
            }
        });
        reached.addAll(shares.shared(rest, scope.holderKeys(), toWrite, clock.instant()));
        return reached;
    }

    private Map<CustomerId, Ownership> owners(Collection<CustomerId> ids) {
        Map<CustomerId, Ownership> owners = new HashMap<>();
        jdbc.with(connection -> {
            KeyQuery.visit(
                    connection,
                    OWNERS,
                    ids.stream().map(CustomerId::value).toList(),
                    row -> owners.put(new CustomerId(row.getLong("ID")), ownership(row)));
            return 0;
        });
        return owners;
    }

    /** Of a row with {@code OWNER_ID} and {@code DEPARTMENT_ID}. */
    public static Ownership ownership(ResultSet row) throws SQLException {
        return new Ownership(Rows.optionalLong(row, "OWNER_ID"), Rows.optionalLong(row, "DEPARTMENT_ID"));
    }
}
