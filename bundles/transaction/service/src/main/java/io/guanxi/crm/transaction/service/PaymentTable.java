package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.platform.persistence.Rows.instant;
import static io.guanxi.crm.platform.persistence.Rows.optionalText;
import static io.guanxi.crm.platform.persistence.Rows.setInstant;
import static io.guanxi.crm.platform.persistence.Rows.setText;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.Payment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Payments; never changed once written, only taken out again by the undo of the import that brought them. */
public final class PaymentTable {

    /** A payment and the order it is for. */
    public record Row(OrderId order, Payment payment) {}

    static final String EXTERNAL_ID_KEY = "CRM_TRANSACTION_PAYMENT_EXTERNAL_UK";

    private static final String TABLE = "CRM_TRANSACTION_PAYMENT";
    private static final String INSERT = "INSERT INTO CRM_TRANSACTION_PAYMENT (ID, ORDER_ID, PAID_AT, AMOUNT, CURRENCY,"
            + " METHOD, REFERENCE, NOTE, EXTERNAL_ID, CREATED_AT, CREATED_BY) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM CRM_TRANSACTION_PAYMENT WHERE ID = ?";
    private static final String SELECT =
            "SELECT ID, ORDER_ID, PAID_AT, AMOUNT, CURRENCY, METHOD, REFERENCE, NOTE, EXTERNAL_ID FROM ";
    private static final String OF_ORDERS =
            SELECT + KeyQuery.table(TABLE, "CRM_TRANSACTION_PAYMENT_FK") + "WHERE ORDER_ID";
    private static final String BY_ID = SELECT + KeyQuery.table(TABLE, "CRM_TRANSACTION_PAYMENT_PK") + "WHERE ID";
    private static final String BY_EXTERNAL_ID = SELECT + KeyQuery.table(TABLE, EXTERNAL_ID_KEY) + "WHERE EXTERNAL_ID";

    private final IdSequence ids = new IdSequence("CRM_TRANSACTION_PAYMENT_SEQ");

    Payment insert(Connection connection, long order, Payment payment, Touch made) throws SQLException {
        return insert(connection, List.of(new Row(new OrderId(order), payment)), made.at(), made.by())
                .get(0)
                .payment();
    }

    /** Writes payments in one batch; as they are now, in the same order. */
    public List<Row> insert(Connection connection, List<Row> rows, Instant at, String by) throws SQLException {
        List<Row> written = new ArrayList<>(rows.size());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Row row : rows) {
                Payment payment = row.payment();
                long id = ids.next(connection);
                statement.setLong(1, id);
                statement.setLong(2, row.order().value());
                setInstant(statement, 3, payment.at());
                statement.setBigDecimal(4, payment.amount().amount());
                statement.setString(5, payment.amount().currency().getCurrencyCode());
                statement.setString(6, payment.method().name());
                setText(statement, 7, payment.reference());
                setText(statement, 8, payment.note());
                setText(statement, 9, payment.externalId());
                setInstant(statement, 10, at);
                statement.setString(11, by);
                statement.addBatch();
                written.add(new Row(row.order(), payment.withId(id)));
            }
            statement.executeBatch();
        }
        return written;
    }

    /** Takes payments out again. */
    public static void delete(Connection connection, Collection<Long> payments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (long payment : payments) {
                statement.setLong(1, payment);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The payments of an order, oldest first. */
    List<Payment> of(Connection connection, long order) throws SQLException {
        return read(connection, OF_ORDERS, List.of(order)).stream()
                .map(Row::payment)
                .sorted(Comparator.comparing(Payment::at).thenComparing(Payment::id))
                .toList();
    }

    /** Payments in no particular order; those that are not there are missing. */
    public static List<Row> ofIds(Connection connection, Collection<Long> ids) throws SQLException {
        return read(connection, BY_ID, ids);
    }

    /** Like {@link #ofIds}, by external id. */
    public static List<Row> ofExternalIds(Connection connection, Collection<String> externalIds) throws SQLException {
        return read(connection, BY_EXTERNAL_ID, externalIds);
    }

    private static <K> List<Row> read(Connection connection, String select, Collection<K> keys) throws SQLException {
        List<Row> rows = new ArrayList<>();
        KeyQuery.visit(connection, select, keys, row -> rows.add(row(row)));
        return rows;
    }

    /** A row with the columns of the table. */
    public static Row row(ResultSet row) throws SQLException {
        return new Row(
                new OrderId(row.getLong("ORDER_ID")),
                new Payment(
                        row.getLong("ID"),
                        instant(row, "PAID_AT"),
                        Decimals.money(row.getBigDecimal("AMOUNT"), row.getString("CURRENCY")),
                        Payment.Method.valueOf(row.getString("METHOD")),
                        optionalText(row, "REFERENCE"),
                        optionalText(row, "NOTE"),
                        optionalText(row, "EXTERNAL_ID")));
    }
}
