package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Our own numbers for orders that bring none. */
public final class OrderNumbers {

    private static final String TAKEN = "SELECT 1 FROM CRM_TRANSACTION_ORDER WHERE ORDER_NUMBER = ?";

    private final IdSequence numbers = new IdSequence("CRM_TRANSACTION_NUMBER_SEQ");

    /** A number no order has; people may have entered the one that would be next. */
    public String fresh(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            String number = next(connection);
            while (isTaken(statement, number)) {
                number = next(connection);
            }
            return number;
        }
    }

    private String next(Connection connection) throws SQLException {
        return "SO-" + numbers.next(connection);
    }

    private static boolean isTaken(PreparedStatement statement, String number) throws SQLException {
        statement.setString(1, number);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }
}
