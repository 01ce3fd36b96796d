package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Our own numbers for customers who bring none. */
public final class CustomerCodes {

    private static final String TAKEN = "SELECT 1 FROM CRM_CUSTOMER_CUSTOMER WHERE CODE = ?";

    private final IdSequence numbers = new IdSequence("CRM_CUSTOMER_CODE_SEQ");

    /** A code nobody has; people may have entered the one that would be next. */
    public String fresh(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            String code = next(connection);
            while (isTaken(statement, code)) {
                code = next(connection);
            }
            return code;
        }
    }

    private String next(Connection connection) throws SQLException {
        return "C-" + numbers.next(connection);
    }

    private static boolean isTaken(PreparedStatement statement, String code) throws SQLException {
        statement.setString(1, code);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }
}
