package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.platform.persistence.Rows.instant;
import static io.guanxi.crm.platform.persistence.Rows.optionalText;
import static io.guanxi.crm.platform.persistence.Rows.setInstant;
import static io.guanxi.crm.platform.persistence.Rows.setText;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.transaction.Payment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Payments; never changed once written. */
final class PaymentTable {

    private static final String INSERT = "INSERT INTO CRM_TRANSACTION_PAYMENT (ID, ORDER_ID, PAID_AT, AMOUNT, CURRENCY,"
            + " METHOD, REFERENCE, NOTE, CREATED_AT, CREATED_BY) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT ID, PAID_AT, AMOUNT, CURRENCY, METHOD, REFERENCE, NOTE" + " FROM "
            + KeyQuery.table("CRM_TRANSACTION_PAYMENT", "CRM_TRANSACTION_PAYMENT_FK")
            + "WHERE ORDER_ID = ? ORDER BY PAID_AT, ID";

    private final IdSequence ids = new IdSequence("CRM_TRANSACTION_PAYMENT_SEQ");

    Payment insert(Connection connection, long order, Payment payment, Touch made) throws SQLException {
        long id = ids.next(connection);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, id);
            statement.setLong(2, order);
            setInstant(statement, 3, payment.at());
            statement.setBigDecimal(4, payment.amount().amount());
            statement.setString(5, payment.amount().currency().getCurrencyCode());
            statement.setString(6, payment.method().name());
            setText(statement, 7, payment.reference());
            setText(statement, 8, payment.note());
            setInstant(statement, 9, made.at());
            statement.setString(10, made.by());
            statement.executeUpdate();
        }
        return new Payment(id, payment.at(), payment.amount(), payment.method(), payment.reference(), payment.note());
    }

    List<Payment> of(Connection connection, long order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, order);
            try (ResultSet rows = statement.executeQuery()) {
                List<Payment> payments = new ArrayList<>();
                while (rows.next()) {
                    payments.add(new Payment(
                            rows.getLong("ID"),
                            instant(rows, "PAID_AT"),
                            Decimals.money(rows.getBigDecimal("AMOUNT"), rows.getString("CURRENCY")),
                            Payment.Method.valueOf(rows.getString("METHOD")),
                            optionalText(rows, "REFERENCE"),
                            optionalText(rows, "NOTE")));
                }
                return payments;
            }
        }
    }
}
