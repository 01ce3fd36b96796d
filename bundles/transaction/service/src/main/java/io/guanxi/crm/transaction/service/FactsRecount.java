package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Facts of many customers at once, from the orders as they are. */
final class FactsRecount {

    private static final String FACTS = KeyQuery.table("CRM_TRANSACTION_FACTS", "CRM_TRANSACTION_FACTS_PK");
    private static final String THERE = "SELECT CUSTOMER_ID, CURRENCY FROM " + FACTS + "WHERE CUSTOMER_ID%s";
    // Derby goes through the index key by key, in the order of the keys, and keeps the locks to the end; PostgreSQL is
    // told to.
    private static final String DERBY_LOCK = THERE + " FOR UPDATE WITH RS";
    private static final String POSTGRESQL_LOCK = THERE + " ORDER BY CUSTOMER_ID, CURRENCY FOR UPDATE";
    // Over this index alone: a scan would wait for orders of other customers that are just being written.
    private static final String CONFIRMED = " FROM CRM_TRANSACTION_ORDER"
            + " --DERBY-PROPERTIES index=CRM_TRANSACTION_CONFIRMED_IX\n WHERE STATUS = 'CONFIRMED' AND CUSTOMER_ID%s";
    private static final String WANTED = "SELECT DISTINCT CUSTOMER_ID, CURRENCY" + CONFIRMED;
    private static final String SUMS = "SELECT CUSTOMER_ID, CURRENCY, COUNT(*), SUM(TOTAL), MIN(ORDERED_AT),"
            + " MAX(ORDERED_AT)" + CONFIRMED + " GROUP BY CUSTOMER_ID, CURRENCY";
    private static final String UPDATE = "UPDATE CRM_TRANSACTION_FACTS SET ORDERS = ?, TOTAL = ?, FIRST_ORDER_AT = ?,"
            + " LAST_ORDER_AT = ? WHERE CUSTOMER_ID = ? AND CURRENCY = ?";
    private static final String DELETE = "DELETE FROM CRM_TRANSACTION_FACTS WHERE CUSTOMER_ID = ? AND CURRENCY = ?";

    private FactsRecount() {}

    /** The rows that are there, locked in the order of their keys, as everybody does. */
    static Set<FactsKey> lock(Connection connection, Collection<Long> customers) throws SQLException {
        boolean derby = SqlDialect.of(connection) == SqlDialect.DERBY;
        Set<FactsKey> locked = new TreeSet<>();
        for (KeyList<Long> some : lists(connection, customers)) {
            locked.addAll(keys(connection, derby ? DERBY_LOCK : POSTGRESQL_LOCK, some));
        }
        return locked;
    }

    static void recompute(Connection connection, Collection<Long> customers) throws SQLException {
        for (KeyList<Long> some : lists(connection, customers)) {
            Set<FactsKey> rows = lockedRows(connection, some);
            rows.removeAll(summedUp(connection, some));
            deleteAll(connection, rows);
        }
    }

    /** All rows these customers have or need, locked. */
    private static Set<FactsKey> lockedRows(Connection connection, KeyList<Long> customers) throws SQLException {
        Set<FactsKey> there = lock(connection, customers.keys());
        Set<FactsKey> missing = keys(connection, WANTED, customers);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            FactsRows.ensure(connection, missing);
            lock(connection, missing.stream().map(FactsKey::customer).toList());
        }
        there.addAll(missing);
        return there;
    }

    private static Set<FactsKey> keys(Connection connection, String sql, KeyList<Long> customers) throws SQLException {
        Set<FactsKey> keys = new TreeSet<>();
        try (PreparedStatement statement = prepared(connection, sql, customers);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(new FactsKey(rows.getLong(1), rows.getString(2)));
            }
        }
        return keys;
    }

    private static Set<FactsKey> summedUp(Connection connection, KeyList<Long> customers) throws SQLException {
        Set<FactsKey> keys = new TreeSet<>();
        try (PreparedStatement query = prepared(connection, SUMS, customers);
                ResultSet rows = query.executeQuery();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            while (rows.next()) {
                FactsKey key = new FactsKey(rows.getLong(1), rows.getString(2));
                update.setLong(1, rows.getLong(3));
                update.setBigDecimal(2, rows.getBigDecimal(4));
                update.setLong(3, rows.getLong(5));
                update.setLong(4, rows.getLong(6));
                key.bind(update, 5);
                update.addBatch();
                keys.add(key);
            }
            update.executeBatch();
        }
        return keys;
    }

    private static void deleteAll(Connection connection, Set<FactsKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (FactsKey key : keys) {
                key.bind(statement, 1);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, KeyList<Long> customers)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(String.format(sql, customers.condition()));
        customers.bind(statement, 1);
        return statement;
    }

    // Everybody locks in the same order, so that no two wait for each other.
    private static List<KeyList<Long>> lists(Connection connection, Collection<Long> customers) throws SQLException {
        return KeyList.of(connection, new TreeSet<>(customers));
    }
}
