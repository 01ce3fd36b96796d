package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Reads the rows of a batch: as one range where the ids stand side by side, as an export by id has them, else by key. */
public final class IdRows {

    private static final int SPREAD = 2;

    private final Connection connection;
    private final long[] ids;
    private final long from;
    private final long to;

    /** @param ids at least one */
    public IdRows(Connection connection, long[] ids) {
        this.connection = connection;
        this.ids = ids;
        this.from = Arrays.stream(ids).min().orElseThrow();
        this.to = Arrays.stream(ids).max().orElseThrow();
    }

    /**
     * Visits the rows in no particular order. Rows of other ids may be among them.
     *
     * @param select ends in {@code WHERE} and the column of the ids
     */
    public void visit(String select, Jdbc.RowVisitor visitor) throws SQLException {
        if (to - from < (long) SPREAD * ids.length) {
            range(select + " BETWEEN ? AND ?", visitor);
        } else {
            List<Long> keys = Arrays.stream(ids).boxed().toList();
            KeyQuery.visit(connection, select, keys, visitor);
        }
    }

    private void range(String sql, Jdbc.RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(IdBatches.SIZE);
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        }
    }
}
