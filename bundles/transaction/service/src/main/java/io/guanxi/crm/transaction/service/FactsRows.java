package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Makes rows of facts that count nothing yet, whoever else does so at the same moment. */
final class FactsRows {

    private static final String INSERT = "INSERT INTO CRM_TRANSACTION_FACTS (CUSTOMER_ID, CURRENCY, ORDERS, TOTAL,"
            + " FIRST_ORDER_AT, LAST_ORDER_AT) VALUES (?, ?, 0, 0, " + Long.MAX_VALUE + ", " + -Long.MAX_VALUE + ")";

    private FactsRows() {}

    /** Rows that are there already stay as they are. Waits for others who are about to make the same. */
    static void ensure(Connection connection, Collection<FactsKey> keys) throws SQLException {
        boolean derby = SqlDialect.of(connection) == SqlDialect.DERBY;
        // A refused row breaks PostgreSQL's transaction, so it must not be refused; Derby takes back the statement
        // only.
        String sql = derby ? INSERT : INSERT + " ON CONFLICT DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (FactsKey key : keys) {
                key.bind(statement, 1);
                if (derby) {
                    insertUnlessThere(statement);
                } else {
                    statement.addBatch();
                }
            }
            if (!derby) {
                statement.executeBatch();
            }
        }
    }

    private static void insertUnlessThere(PreparedStatement statement) throws SQLException {
        try {
            statement.executeUpdate();
        } catch (SQLException e) {
            if (!UniqueViolation.of(e, "CRM_TRANSACTION_FACTS")) {
                throw e;
            }
        }
    }
}
