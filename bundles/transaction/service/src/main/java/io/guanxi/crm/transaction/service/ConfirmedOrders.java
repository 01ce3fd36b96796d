package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderVisitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;

/** Streams confirmed orders as plain values. */
final class ConfirmedOrders {

    /** Ids read in one transaction: well within its time, and what PostgreSQL streams through one cursor. */
    private static final long RANGE = 100_000;

    private static final int FETCH = 10_000;
    private static final String SELECT = "SELECT ID, CUSTOMER_ID, ORDERED_AT, CAST(TOTAL * 10000 AS BIGINT), CURRENCY"
            + " FROM CRM_TRANSACTION_ORDER WHERE STATUS = 'CONFIRMED' AND ";

    private final Jdbc jdbc;
    private final Transactions transactions;

    ConfirmedOrders(Jdbc jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void visitAll(OrderVisitor visitor) {
        Optional<Long> start = firstFrom(Long.MIN_VALUE);
        while (start.isPresent()) {
            long from = start.get();
            transactions.run(() -> visitRange(from, visitor));
            start = firstFrom(from + RANGE);
        }
    }

    void visit(Collection<OrderId> orders, OrderVisitor visitor) {
        jdbc.with(connection -> {
            KeyQuery.visit(
                    connection,
                    SELECT + "ID",
                    orders.stream().map(OrderId::value).toList(),
                    row -> visit(row, visitor));
            return 0;
        });
    }

    // Ids have gaps: a block of them is lost with every restart.
    private Optional<Long> firstFrom(long id) {
        return jdbc.first(
                "SELECT ID FROM CRM_TRANSACTION_ORDER WHERE ID >= ? ORDER BY ID FETCH FIRST ROW ONLY",
                statement -> statement.setLong(1, id),
                row -> row.getLong(1));
    }

    private void visitRange(long from, OrderVisitor visitor) {
        jdbc.stream(
                SELECT + "ID >= ? AND ID < ?",
                statement -> {
                    statement.setLong(1, from);
                    statement.setLong(2, from + RANGE);
                },
                FETCH,
                row -> visit(row, visitor));
    }

    private static void visit(ResultSet row, OrderVisitor visitor) throws SQLException {
        // The JVM keeps one Currency, and so one code, for each.
        String currency = Currency.getInstance(row.getString(5)).getCurrencyCode();
        visitor.visit(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), currency);
    }
}
