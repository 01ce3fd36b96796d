package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Which customers a scope sees, as conditions on the customer's table {@code C}. */
final class ScopeSql {

    private static final String POOL = "C.OWNER_ID IS NULL";
    private static final String OWN = "C.OWNER_ID = ?";

    private static final int MOST_APART = 12;

    private final Clock clock;

    ScopeSql(Clock clock) {
        this.clock = clock;
    }

    /** Begins with {@code " AND "}; empty where the scope is everything. */
    Sql condition(Scope scope) {
        if (scope.everything()) {
            return Sql.of("");
        }
        Sql sql = Sql.of(" AND (");
        List<Sql> ways = ways(scope);
        for (int i = 0; i < ways.size(); i++) {
            sql.add(i == 0 ? "" : " OR ").add(ways.get(i));
        }
        return sql.add(")");
    }

    /**
     * Like {@link #condition} on a table of what belongs to customers.
     *
     * @param column of the customers' ids
     */
    Sql ofCustomers(String column, Scope scope) {
        return scope.everything()
                ? Sql.of("")
                : Sql.of(" AND " + column + " IN (SELECT C.ID FROM CRM_CUSTOMER_CUSTOMER C WHERE 1 = 1")
                        .add(condition(scope))
                        .add(")");
    }

    /** The ways in which the scope comes to see a customer: a customer is seen where one of them is open. */
    List<Sql> ways(Scope scope) {
        List<Sql> ways = new ArrayList<>();
        ways.add(Sql.of(POOL));
        scope.user().ifPresent(user -> ways.add(Sql.of(OWN, user)));
        if (!scope.departments().isEmpty()) {
            ways.add(in("C.DEPARTMENT_ID", scope.departments()));
        }
        if (!scope.holders().isEmpty()) {
            ways.add(Sql.of("C.ID IN (SELECT S.CUSTOMER_ID FROM CRM_CUSTOMER_SHARE S WHERE ")
                    .add(in("S.HOLDER", scope.holderKeys()))
                    .add(" AND S.ENDS_AT > ?)", clock.millis()));
        }
        return ways;
    }

    /**
     * The same for PostgreSQL, no customer being on two of them, each with an equality that an index begins with: a department
     * by itself, and shared customers by their ids, which are few.
     */
    List<Sql> waysApart(Scope scope) {
        List<Sql> ways = new ArrayList<>();
        ways.add(Sql.of(POOL));
        Sql others = Sql.of("C.OWNER_ID IS NOT NULL");
        scope.user().ifPresent(user -> {
            ways.add(Sql.of(OWN, user));
            others.add(" AND C.OWNER_ID <> ?", user);
        });
        if (!scope.departments().isEmpty()) {
            for (Collection<Long> some : apart(scope.departments())) {
                ways.add(in("C.DEPARTMENT_ID", some).add(" AND ").add(others));
            }
            others.add(" AND (C.DEPARTMENT_ID IS NULL OR NOT ")
                    .add(in("C.DEPARTMENT_ID", scope.departments()))
                    .add(")");
        }
        if (!scope.holders().isEmpty()) {
            ways.add(Sql.of("C.ID = ANY (ARRAY(SELECT S.CUSTOMER_ID FROM CRM_CUSTOMER_SHARE S WHERE ")
                    .add(in("S.HOLDER", scope.holderKeys()))
                    .add(" AND S.ENDS_AT > ?)) AND ", clock.millis())
                    .add(others));
        }
        return ways;
    }

    // So many that each costs more than it saves are one way.
    private static List<? extends Collection<Long>> apart(Collection<Long> departments) {
        return departments.size() > MOST_APART
                ? List.of(departments)
                : departments.stream().map(List::of).toList();
    }

    /** @param values at least one */
    static Sql in(String column, Collection<?> values) {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return Sql.of(column + " IN (" + marks + ")", values.toArray());
    }
}
