package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.search.TermTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** What many records are found by, in batches. */
final class TermsWriter implements AutoCloseable {

    private final TermTable table;
    private final PreparedStatement delete;
    private final PreparedStatement insert;

    TermsWriter(Connection connection, TermTable table) throws SQLException {
        this.table = table;
        this.delete = connection.prepareStatement(table.deleteSql());
        this.insert = connection.prepareStatement(table.insertSql());
    }

    void add(long record, Set<String> before, Set<String> after) throws SQLException {
        if (!after.equals(before)) {
            if (!before.isEmpty()) {
                delete.setLong(1, record);
                delete.addBatch();
            }
            table.addTo(insert, record, after);
        }
    }

    void write() throws SQLException {
        delete.executeBatch();
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        try (delete;
                insert) {
            // both, whatever becomes of the first
        }
    }
}
