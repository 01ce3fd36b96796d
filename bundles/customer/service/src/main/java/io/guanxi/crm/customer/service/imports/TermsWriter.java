package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.search.TermTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** What many records are found by, in batches. */
final class TermsWriter implements AutoCloseable {

    private final TermTable table;
    private final PreparedStatement delete;
    private final BatchInsert insert;

    TermsWriter(Connection connection, TermTable table) throws SQLException {
        this.table = table;
        this.delete = connection.prepareStatement(table.deleteSql());
        this.insert = table.inserts(connection);
    }

    void add(long record, Set<String> before, Set<String> after) throws SQLException {
        table.removeFrom(delete, record, before, after);
        table.addTo(insert, record, before, after);
    }

    void write() throws SQLException {
        delete.executeBatch();
        insert.write();
    }

    @Override
    public void close() throws SQLException {
        delete.close();
    }
}
