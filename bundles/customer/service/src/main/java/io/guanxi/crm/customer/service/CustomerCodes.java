package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /** As many codes that nobody has; one question for all of them. */
    public List<String> fresh(Connection connection, int count) throws SQLException {
        Set<String> codes = new LinkedHashSet<>();
        while (codes.size() < count) {
            Set<String> candidates = new LinkedHashSet<>();
            while (codes.size() + candidates.size() < count) {
                candidates.add(next(connection));
            }
            KeyQuery.visit(
                    connection,
                    "SELECT CODE FROM " + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CODE_UK")
                            + "WHERE CODE",
                    List.copyOf(candidates),
                    row -> candidates.remove(row.getString(1)));
            codes.addAll(candidates);
        }
        return List.copyOf(codes);
    }
}
