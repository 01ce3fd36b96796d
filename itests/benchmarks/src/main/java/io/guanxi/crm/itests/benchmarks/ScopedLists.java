package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerFields;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The first page of a million customers for who reaches all, a seller with 5,000 of them, and a manager of 50,000. */
final class ScopedLists {

    private static final int WARM_UP = 50;
    private static final int MEASURED = 300;
    private static final long SELLER = 7;

    private ScopedLists() {}

    /** Reaches what it is told to. */
    private record Reaching(Scope scope) implements Access {

        @Override
        public void require(Action action, String recordType) {
            // a benchmark has no users
        }

        @Override
        public Scope scope(Action action, String recordType) {
            return scope;
        }

        @Override
        public FieldRights fields(String recordType) {
            return FieldRights.EVERYTHING;
        }
    }

    /** @param archives an archive for callers whom this tells what they reach */
    static void measure(Connection connection, Function<Access, CustomerArchive> archives) throws SQLException {
        give(connection);
        Set<Holder> holders = Set.of(Holder.user(SELLER), Holder.department(3));
        Map<String, Scope> scopes = new LinkedHashMap<>();
        scopes.put("all", Scope.EVERYTHING);
        scopes.put("5,000 of one's own", new Scope(false, Optional.of(SELLER), Set.of(), holders));
        scopes.put("and 50,000 of the department", new Scope(false, Optional.of(SELLER), Set.of(3L), holders));
        Table table = new Table("reaches", "sorted by", "p50, ms", "p95, ms", "beside all");
        for (String sort : List.of("name", "-createdAt", "code")) {
            double base = 0;
            for (Map.Entry<String, Scope> scope : scopes.entrySet()) {
                CustomerArchive archive = archives.apply(new Reaching(scope.getValue()));
                double[] millis = times(archive, ListQuery.all(SortOrder.parse(sort, CustomerFields.ALL), 50));
                double median = millis[MEASURED / 2];
                base = base == 0 ? median : base;
                table.row(
                        scope.getKey(),
                        sort,
                        Table.millis(median),
                        Table.millis(millis[MEASURED * 95 / 100]),
                        Table.ratio(median / base));
            }
        }
        table.print("First page of 1M customers on PostgreSQL, by what the caller reaches");
    }

    // 200 sellers with 5,000 customers each, ten to a department; a thousandth is in the pool
    private static void give(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE CRM_CUSTOMER_CUSTOMER SET OWNER_ID = MOD(ID, 200), DEPARTMENT_ID = MOD(ID, 200) / 10"
                            + " WHERE MOD(ID, 1000) <> 11");
            statement.execute("UPDATE CRM_CUSTOMER_CUSTOMER SET DEPARTMENT_ID = 3 WHERE OWNER_ID BETWEEN 0 AND 9");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE CRM_CUSTOMER_CUSTOMER");
        }
        connection.setAutoCommit(before);
    }

    private static double[] times(CustomerArchive archive, ListQuery list) {
        CustomerQuery query = CustomerQuery.byName(50).with(list);
        double[] millis = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long start = System.nanoTime();
            archive.list(query);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }
}
