package io.guanxi.crm.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The rows an import left in some tables, to be inserted again by nothing but JDBC batches. */
final class StoredRows {

    private static final int BATCH = 1_000;

    private final Map<String, List<Object[]>> tables = new LinkedHashMap<>();

    /** @param queries what to read, by the table it comes from, in an order that foreign keys allow */
    StoredRows(DataSource source, Map<String, String> queries) throws SQLException {
        try (Connection connection = source.getConnection()) {
            for (Map.Entry<String, String> query : queries.entrySet()) {
                tables.put(query.getKey(), rows(connection, query.getValue()));
            }
        }
    }

    long size(String table) {
        return tables.getOrDefault(table, List.of()).size();
    }

    /** Inserts everything, each table in a transaction, and tells the seconds that each took. */
    Map<String, Double> insertInto(DataSource target) throws SQLException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (Connection connection = target.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<Object[]>> table : tables.entrySet()) {
                long start = System.nanoTime();
                insert(connection, table.getKey(), table.getValue());
                connection.commit();
                seconds.put(table.getKey(), (System.nanoTime() - start) / 1e9);
            }
        }
        return seconds;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.get(0).length;
        String sql = "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int[] types = new int[columns];
            for (int c = 0; c < columns; c++) {
                types[c] = statement.getParameterMetaData().getParameterType(c + 1);
            }
            int waiting = 0;
            for (Object[] row : rows) {
                for (int c = 0; c < columns; c++) {
                    statement.setObject(c + 1, row[c], types[c]);
                }
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        }
    }

    private static List<Object[]> rows(Connection connection, String query) throws SQLException {
        List<Object[]> result = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] row = new Object[columns];
                for (int c = 0; c < columns; c++) {
                    row[c] = rows.getObject(c + 1);
                }
                result.add(row);
            }
        }
        return result;
    }
}
