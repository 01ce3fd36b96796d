package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Orders without their lines, deliveries and payments, for bulk writers. */
public final class OrderHeads {

    private static final String TABLE = "CRM_TRANSACTION_ORDER";
    private static final String BY_NUMBER =
            "SELECT ID, ORDER_NUMBER FROM " + KeyQuery.table(TABLE, "CRM_TRANSACTION_NUMBER_UK") + "WHERE ORDER_NUMBER";
    private static final String BY_EXTERNAL_ID = "SELECT ID, EXTERNAL_ID FROM "
            + KeyQuery.table(TABLE, "CRM_TRANSACTION_EXTERNAL_ID_UK") + "WHERE EXTERNAL_ID";
    private static final String HEADS =
            "SELECT ID, VERSION, ORDER_NUMBER, EXTERNAL_ID, CUSTOMER_ID, ORDERED_AT, CURRENCY,"
                    + " STATUS, TOTAL, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY FROM "
                    + KeyQuery.table(TABLE, "CRM_TRANSACTION_ORDER_PK") + "WHERE ID%s";
    // Derby goes through the key in its order and keeps the locks to the end; PostgreSQL is told to.
    private static final String DERBY_LOCK = HEADS + " FOR UPDATE WITH RS";
    private static final String POSTGRESQL_LOCK = HEADS + " ORDER BY ID FOR UPDATE";

    private OrderHeads() {}

    /** Ids by number; unknown ones are missing. */
    public static Map<String, Long> byNumber(Connection connection, Collection<String> numbers) throws SQLException {
        return ids(connection, BY_NUMBER, numbers);
    }

    /** Ids by external id; unknown ones are missing. */
    public static Map<String, Long> byExternalId(Connection connection, Collection<String> externalIds)
            throws SQLException {
        return ids(connection, BY_EXTERNAL_ID, externalIds);
    }

    private static Map<String, Long> ids(Connection connection, String select, Collection<String> keys)
            throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        KeyQuery.visit(connection, select, keys, row -> ids.put(row.getString(2), row.getLong(1)));
        return ids;
    }

    /** The orders as they are now, by id, locked until the end of the transaction in the order of their ids. */
    public static Map<Long, Order> locked(Connection connection, Collection<Long> ids) throws SQLException {
        String sql = SqlDialect.of(connection) == SqlDialect.DERBY ? DERBY_LOCK : POSTGRESQL_LOCK;
        Map<Long, Order> heads = new HashMap<>();
        for (KeyList<Long> some : KeyList.of(connection, new TreeSet<>(ids))) {
            try (PreparedStatement statement = connection.prepareStatement(String.format(sql, some.condition()))) {
                some.bind(statement, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        heads.put(rows.getLong("ID"), head(rows));
                    }
                }
            }
        }
        return heads;
    }

    private static Order head(ResultSet row) throws SQLException {
        Money total = Decimals.money(row.getBigDecimal("TOTAL"), row.getString("CURRENCY"));
        return new Order(
                new OrderId(row.getLong("ID")),
                row.getLong("VERSION"),
                new OrderData(
                        Optional.of(row.getString("ORDER_NUMBER")),
                        Rows.optionalText(row, "EXTERNAL_ID"),
                        new CustomerId(row.getLong("CUSTOMER_ID")),
                        Rows.instant(row, "ORDERED_AT"),
                        total.currency(),
                        OrderStatus.valueOf(row.getString("STATUS")),
                        List.of()),
                total,
                List.of(),
                List.of(),
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                Rows.instant(row, "UPDATED_AT"),
                row.getString("UPDATED_BY"));
    }
}
