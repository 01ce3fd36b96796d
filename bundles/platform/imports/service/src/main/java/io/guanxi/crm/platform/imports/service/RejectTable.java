package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.RejectedRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.Text;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows that were left out, up to a number per job; beyond it they are only counted. */
final class RejectTable {

    private static final int PAGE = 1000;

    private final Jdbc jdbc;
    private final int most;

    RejectTable(Jdbc jdbc, int most) {
        this.jdbc = jdbc;
        this.most = most;
    }

    /** How many of them were stored. */
    int insert(long job, long already, List<Rejection> rejections, Map<Long, List<String>> cells) {
        int stored = (int) Math.max(0, Math.min(rejections.size(), most - already));
        if (stored == 0) {
            return 0;
        }
        return jdbc.with(connection -> {
            try (PreparedStatement s = connection.prepareStatement(
                    "INSERT INTO CRM_IMPORTS_REJECT (JOB_ID, LINE, N, COLUMN_CODE, CODE, MESSAGE_EN, MESSAGE_ZH, CELLS)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                long n = already;
                Map<Long, List<String>> left = new HashMap<>(cells);
                for (Rejection rejection : rejections.subList(0, stored)) {
                    s.setLong(1, job);
                    s.setLong(2, rejection.line());
                    s.setLong(3, n++);
                    s.setString(4, Clipped.text(rejection.column(), 120));
                    s.setString(5, rejection.code());
                    s.setString(6, Clipped.text(rejection.message().en(), 1000));
                    s.setString(7, Clipped.text(rejection.message().zh(), 1000));
                    // once a row, however much is wrong with it
                    Rows.setText(
                            s,
                            8,
                            Optional.ofNullable(left.remove(rejection.line())).map(Rejects::text));
                    s.addBatch();
                }
                s.executeBatch();
            }
            return stored;
        });
    }

    /** In the order they came, behind a position (exclusive, from 0). */
    List<Rejection> list(long job, int position, int limit) {
        return jdbc.list(
                "SELECT LINE, COLUMN_CODE, CODE, MESSAGE_EN, MESSAGE_ZH FROM CRM_IMPORTS_REJECT WHERE JOB_ID = ? AND N >= ?"
                        + " ORDER BY N FETCH FIRST " + limit + " ROWS ONLY",
                s -> {
                    s.setLong(1, job);
                    s.setInt(2, position);
                },
                RejectTable::rejection);
    }

    private static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(
                row.getLong("LINE"),
                row.getString("COLUMN_CODE"),
                row.getString("CODE"),
                new Text(row.getString("MESSAGE_EN"), row.getString("MESSAGE_ZH")));
    }

    /** By line, a page at a time: whoever reads slowly holds neither memory nor a transaction. */
    void visit(long job, Consumer<Rejection> consumer) {
        pages(job, stored -> consumer.accept(stored.rejection()));
    }

    /** The same, put together by row. */
    void visitRows(long job, Consumer<RejectedRow> consumer) {
        List<Stored> row = new ArrayList<>();
        pages(job, stored -> {
            if (!row.isEmpty()
                    && row.get(0).position().line() != stored.position().line()) {
                consumer.accept(row(row));
                row.clear();
            }
            row.add(stored);
        });
        if (!row.isEmpty()) {
            consumer.accept(row(row));
        }
    }

    private static RejectedRow row(List<Stored> stored) {
        List<String> cells = stored.stream()
                .flatMap(s -> s.cells().stream())
                .findFirst()
                .map(Rejects::cells)
                .orElse(List.of());
        return new RejectedRow(
                stored.get(0).position().line(),
                cells,
                stored.stream().map(Stored::rejection).toList());
    }

    private void pages(long job, Consumer<Stored> consumer) {
        Position position = new Position(Long.MIN_VALUE, Long.MIN_VALUE);
        List<Stored> page;
        do {
            page = page(job, position);
            page.forEach(consumer);
            if (!page.isEmpty()) {
                position = page.get(page.size() - 1).position();
            }
        } while (page.size() == PAGE);
    }

    private List<Stored> page(long job, Position after) {
        return jdbc.list(
                "SELECT LINE, N, COLUMN_CODE, CODE, MESSAGE_EN, MESSAGE_ZH, CELLS FROM CRM_IMPORTS_REJECT WHERE JOB_ID = ?"
                        + " AND LINE >= ? AND (LINE > ? OR N > ?) ORDER BY LINE, N FETCH FIRST " + PAGE + " ROWS ONLY",
                s -> {
                    s.setLong(1, job);
                    s.setLong(2, after.line());
                    s.setLong(3, after.line());
                    s.setLong(4, after.n());
                },
                row -> new Stored(
                        new Position(row.getLong("LINE"), row.getLong("N")),
                        rejection(row),
                        Rows.optionalText(row, "CELLS")));
    }

    private record Position(long line, long n) {}

    private record Stored(Position position, Rejection rejection, Optional<String> cells) {}
}
