package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.platform.persistence.Rows.optionalText;
import static io.guanxi.crm.platform.persistence.Rows.setText;

import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.transaction.OrderLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The lines of orders; a changed list is written anew. */
public final class LineTable {

    /** Takes what {@link #addTo} binds. */
    public static final String INSERT = "INSERT INTO CRM_TRANSACTION_ORDER_LINE (ORDER_ID, LINE_NO, PRODUCT,"
            + " DESCRIPTION, QUANTITY, UNIT_PRICE, DISCOUNT, AMOUNT) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /** Removes the lines of one order. */
    public static final String DELETE = "DELETE FROM CRM_TRANSACTION_ORDER_LINE WHERE ORDER_ID = ?";

    private static final String SELECT = "SELECT PRODUCT, DESCRIPTION, QUANTITY, UNIT_PRICE, DISCOUNT" + " FROM "
            + KeyQuery.table("CRM_TRANSACTION_ORDER_LINE", "CRM_TRANSACTION_ORDER_LINE_PK")
            + "WHERE ORDER_ID = ? ORDER BY LINE_NO";

    private LineTable() {}

    /** Adds the lines of one order to a batch of {@link #INSERT}. */
    public static void addTo(PreparedStatement batch, long order, List<OrderLine> lines, Currency currency)
            throws SQLException {
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            batch.setLong(1, order);
            batch.setInt(2, i + 1);
            batch.setString(3, line.product());
            setText(batch, 4, line.description());
            batch.setBigDecimal(5, line.quantity());
            batch.setBigDecimal(6, line.unitPrice());
            batch.setBigDecimal(7, line.discount());
            batch.setBigDecimal(8, OrderTotals.amount(line, currency));
            batch.addBatch();
        }
    }

    static void insert(Connection connection, long order, List<OrderLine> lines, Currency currency)
            throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            addTo(statement, order, lines, currency);
            statement.executeBatch();
        }
    }

    static void replace(Connection connection, long order, List<OrderLine> lines, Currency currency)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setLong(1, order);
            statement.executeUpdate();
        }
        insert(connection, order, lines, currency);
    }

    static List<OrderLine> of(Connection connection, long order, Currency currency) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, order);
            try (ResultSet rows = statement.executeQuery()) {
                List<OrderLine> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(line(rows, currency));
                }
                return lines;
            }
        }
    }

    /** The line of the row the cursor stands on, as the rules leave it. */
    public static OrderLine line(ResultSet row, Currency currency) throws SQLException {
        return new OrderLine(
                row.getString("PRODUCT"),
                optionalText(row, "DESCRIPTION"),
                Decimals.plain(row.getBigDecimal("QUANTITY")),
                Decimals.price(row.getBigDecimal("UNIT_PRICE"), currency),
                Decimals.price(row.getBigDecimal("DISCOUNT"), currency));
    }
}
