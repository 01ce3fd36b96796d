package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts many rows into one table. To the driver of PostgreSQL a batch is a statement of many rows. Derby runs the
 * statements of a batch one by one and opens the table and each of its indexes anew for every one of them, so there a
 * statement takes many rows.
 */
public final class BatchInsert {

    /** Parameters of one statement on Derby, which compiles a longer one slowly. */
    private static final int PARAMETERS = 400;
    /** Most rows of one statement on Derby. */
    private static final int ROWS = 100;
    /** Statements that wait for their round trip. */
    private static final int WAITING = 1000;

    /** Binds a row. */
    @FunctionalInterface
    public interface RowBinder {
        /** @param first index of the row's first parameter */
        void bind(PreparedStatement statement, int first) throws SQLException;
    }

    private final Connection connection;
    private final String into;
    private final String row;
    private final int width;
    private final List<RowBinder> rows = new ArrayList<>();

    private BatchInsert(Connection connection, String into, String row) {
        this.connection = connection;
        this.into = into;
        this.row = row;
        this.width = Math.toIntExact(row.chars().filter(c -> c == '?').count());
    }

    /**
     * For a connection, whose transaction it is part of.
     *
     * @param into {@code INSERT INTO} with the table and its columns
     * @param row a row in brackets, a {@code ?} for each value that is bound
     */
    public static BatchInsert of(Connection connection, String into, String row) {
        return new BatchInsert(connection, into, row);
    }

    /** The same, with a value bound for each of these columns. */
    public static BatchInsert of(Connection connection, String table, List<String> columns) {
        return of(
                connection,
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ")",
                "(?" + ", ?".repeat(columns.size() - 1) + ")");
    }

    /** Adds a row, which is bound when it is written. */
    public void add(RowBinder binder) {
        rows.add(binder);
    }

    /** Writes what has been added, in its order; nothing is written before. */
    public void write() throws SQLException {
        int together = 0;
        if (!rows.isEmpty() && SqlDialect.of(connection) == SqlDialect.DERBY) {
            int atOnce = Math.max(1, Math.min(ROWS, PARAMETERS / width));
            together = rows.size() - rows.size() % atOnce;
            writeTogether(rows.subList(0, together), atOnce);
        }
        writeBatch(rows.subList(together, rows.size()));
        rows.clear();
    }

    private void writeTogether(List<RowBinder> some, int atOnce) throws SQLException {
        if (some.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(into + " VALUES " + row + (", " + row).repeat(atOnce - 1))) {
            for (int i = 0; i < some.size(); i++) {
                some.get(i).bind(insert, i % atOnce * width + 1);
                if (i % atOnce == atOnce - 1) {
                    insert.executeUpdate();
                }
            }
        }
    }

    private void writeBatch(List<RowBinder> some) throws SQLException {
        if (some.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(into + " VALUES " + row)) {
            int waiting = 0;
            for (RowBinder binder : some) {
                binder.bind(insert, 1);
                insert.addBatch();
                if (++waiting % WAITING == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
