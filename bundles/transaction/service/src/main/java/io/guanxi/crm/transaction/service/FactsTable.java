package io.guanxi.crm.transaction.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What confirmed orders come to, per customer and currency. Whoever changes an order first locks the facts it touches and
 * then writes the order: two at a time count both, and nobody reads orders that are only half there.
 */
public final class FactsTable {

    private static final String ADD = "UPDATE CRM_TRANSACTION_FACTS SET ORDERS = ORDERS + 1, TOTAL = TOTAL + ?,"
            + " FIRST_ORDER_AT = CASE WHEN FIRST_ORDER_AT > ? THEN ? ELSE FIRST_ORDER_AT END,"
            + " LAST_ORDER_AT = CASE WHEN LAST_ORDER_AT < ? THEN ? ELSE LAST_ORDER_AT END"
            + " WHERE CUSTOMER_ID = ? AND CURRENCY = ?";
    private static final String REMOVE = "UPDATE CRM_TRANSACTION_FACTS SET ORDERS = ORDERS - 1, TOTAL = TOTAL - ?"
            + " WHERE CUSTOMER_ID = ? AND CURRENCY = ?";
    private static final String READ = "SELECT ORDERS, FIRST_ORDER_AT, LAST_ORDER_AT FROM CRM_TRANSACTION_FACTS"
            + " WHERE CUSTOMER_ID = ? AND CURRENCY = ?";
    // Over this index alone: a scan would wait for orders of other customers that are just being written.
    private static final String BOUNDS = "SELECT MIN(ORDERED_AT), MAX(ORDERED_AT) FROM CRM_TRANSACTION_ORDER"
            + " --DERBY-PROPERTIES index=CRM_TRANSACTION_CONFIRMED_IX\n"
            + " WHERE CUSTOMER_ID = ? AND CURRENCY = ? AND STATUS = 'CONFIRMED'";
    private static final String SET_BOUNDS = "UPDATE CRM_TRANSACTION_FACTS SET FIRST_ORDER_AT = ?, LAST_ORDER_AT = ?"
            + " WHERE CUSTOMER_ID = ? AND CURRENCY = ?";
    private static final String DELETE = "DELETE FROM CRM_TRANSACTION_FACTS WHERE CUSTOMER_ID = ? AND CURRENCY = ?";

    private FactsTable() {}

    /**
     * Counts what an order adds and no longer counts what it added before. Call it before the order is written, and
     * {@link #settle} afterwards.
     */
    static void move(Connection connection, Optional<Sale> before, Optional<Sale> after) throws SQLException {
        boolean addFirst = before.isPresent()
                && after.isPresent()
                && after.get().key().compareTo(before.get().key()) < 0;
        if (addFirst) {
            add(connection, after.get());
        }
        if (before.isPresent()) {
            remove(connection, before.get());
        }
        if (after.isPresent() && !addFirst) {
            add(connection, after.get());
        }
    }

    /** Once the order is written: finds the first and last order anew where what it was before may have been one of them. */
    static void settle(Connection connection, Sale before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            before.key().bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return;
                }
                if (row.getLong(1) == 0) {
                    delete(connection, before.key());
                } else if (before.orderedAt() <= row.getLong(2) || before.orderedAt() >= row.getLong(3)) {
                    findBounds(connection, before.key());
                }
            }
        }
    }

    /** Locks what is there of these customers' facts. Call it before their orders are written in bulk. */
    public static void lock(Connection connection, Collection<Long> customers) throws SQLException {
        FactsRecount.lock(connection, customers);
    }

    /** Counts these customers' orders anew, in few statements whatever their number; they are locked until the end of the transaction. */
    public static void recompute(Connection connection, Collection<Long> customers) throws SQLException {
        FactsRecount.recompute(connection, customers);
    }

    private static void add(Connection connection, Sale sale) throws SQLException {
        while (!isAdded(connection, sale)) {
            FactsRows.ensure(connection, List.of(sale.key()));
        }
    }

    private static boolean isAdded(Connection connection, Sale sale) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setBigDecimal(1, sale.total());
            for (int i = 2; i <= 5; i++) {
                statement.setLong(i, sale.orderedAt());
            }
            sale.key().bind(statement, 6);
            return statement.executeUpdate() == 1;
        }
    }

    private static void remove(Connection connection, Sale sale) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setBigDecimal(1, sale.total());
            sale.key().bind(statement, 2);
            statement.executeUpdate();
        }
    }

    private static void findBounds(Connection connection, FactsKey key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BOUNDS);
                PreparedStatement update = connection.prepareStatement(SET_BOUNDS)) {
            key.bind(query, 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                update.setLong(1, row.getLong(1));
                update.setLong(2, row.getLong(2));
            }
            key.bind(update, 3);
            update.executeUpdate();
        }
    }

    private static void delete(Connection connection, FactsKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            key.bind(statement, 1);
            statement.executeUpdate();
        }
    }
}
