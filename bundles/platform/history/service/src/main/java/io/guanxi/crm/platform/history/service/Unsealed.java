package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be sealed: ranges of ids, written with the entries in their transaction. Ids alone wouldn't tell: nodes have
 * theirs in blocks, and transactions commit in another order than they took them.
 */
final class Unsealed {

    /** Most entries of a range. */
    static final int LONGEST = 500;

    private static final List<String> COLUMNS = List.of("FIRST_ID", "LAST_ID", "SOURCE");

    // By one whole key at a time: reading all of the table, Derby would wait for everybody who is writing.
    private static final String DELETE = "DELETE FROM CRM_HISTORY_UNSEALED WHERE FIRST_ID = ?";

    private final Jdbc jdbc;

    Unsealed(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids that follow each other. */
    record Range(long first, long last, Source source) {

        int size() {
            return Math.toIntExact(last - first + 1);
        }
    }

    /** @param ids in the order they were taken */
    static void add(Connection connection, Source source, List<Long> ids) throws SQLException {
        BatchInsert rows = BatchInsert.of(connection, "CRM_HISTORY_UNSEALED", COLUMNS);
        for (Range range : ranges(source, ids)) {
            rows.add((statement, first) -> {
                statement.setLong(first, range.first);
                statement.setLong(first + 1, range.last);
                statement.setString(first + 2, range.source.code());
            });
        }
        rows.write();
    }

    private static List<Range> ranges(Source source, List<Long> ids) {
        List<Range> ranges = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= ids.size(); i++) {
            if (i == ids.size() || ids.get(i) != ids.get(i - 1) + 1 || i - start == LONGEST) {
                ranges.add(new Range(ids.get(start), ids.get(i - 1), source));
                start = i;
            }
        }
        return ranges;
    }

    /** The first ranges, together about as many entries as asked for. */
    List<Range> first(int entries) {
        long end = end();
        List<Range> read = jdbc.list(
                "SELECT FIRST_ID, LAST_ID, SOURCE FROM CRM_HISTORY_UNSEALED WHERE FIRST_ID <= ? ORDER BY FIRST_ID"
                        + " FETCH FIRST " + entries + " ROWS ONLY",
                statement -> statement.setLong(1, end),
                row -> new Range(row.getLong("FIRST_ID"), row.getLong("LAST_ID"), Source.of(row.getString("SOURCE"))));
        int taken = 0;
        int sum = 0;
        while (taken < read.size() && (taken == 0 || sum + read.get(taken).size() <= entries)) {
            sum += read.get(taken++).size();
        }
        return read.subList(0, taken);
    }

    /** About how many entries wait, whoever is writing. */
    long entries() {
        String dirty = jdbc.with(SqlDialect::of) == SqlDialect.DERBY ? " WITH UR" : "";
        return jdbc.first(
                        "SELECT COALESCE(SUM(LAST_ID - FIRST_ID + 1), 0) FROM CRM_HISTORY_UNSEALED" + dirty,
                        Jdbc.NONE,
                        row -> row.getLong(1))
                .orElse(0L);
    }

    // Derby waits for each row that somebody is writing: for those that are there now, not for all that follow.
    private long end() {
        if (jdbc.with(SqlDialect::of) != SqlDialect.DERBY) {
            return Long.MAX_VALUE;
        }
        return jdbc.first("SELECT MAX(FIRST_ID) FROM CRM_HISTORY_UNSEALED WITH UR", Jdbc.NONE, row -> row.getLong(1))
                .orElse(0L);
    }

    /** Those of the ranges that still wait. */
    List<Range> still(List<Range> ranges) {
        return jdbc.with(connection -> {
            Set<Long> there = new HashSet<>();
            KeyQuery.visit(
                    connection,
                    "SELECT FIRST_ID FROM " + KeyQuery.table("CRM_HISTORY_UNSEALED", "CRM_HISTORY_UNSEALED_PK")
                            + "WHERE FIRST_ID",
                    ranges.stream().map(Range::first).toList(),
                    row -> there.add(row.getLong("FIRST_ID")));
            return ranges.stream()
                    .filter(range -> there.contains(range.first()))
                    .toList();
        });
    }

    void remove(List<Range> ranges) {
        jdbc.with(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                for (Range range : ranges) {
                    delete.setLong(1, range.first);
                    delete.addBatch();
                }
                return delete.executeBatch().length;
            }
        });
    }
}
