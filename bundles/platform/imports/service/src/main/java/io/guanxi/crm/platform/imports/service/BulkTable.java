package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Caller;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which records a change of many is about, and what only such a job has. */
final class BulkTable {

    /** Ids of a row; a job that goes on counts on it. */
    static final int CHUNK = 100;

    private static final int ROWS_AT_ONCE = 100;

    private final Jdbc jdbc;
    private final Clock clock;
    private final IdSequence ids = new IdSequence("CRM_IMPORTS_JOB_SEQ");

    BulkTable(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(BulkRequest request, Caller by, String node, String runner) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_IMPORTS_JOB (ID, RECORD_TYPE, BULK_ACTION, BULK_PATCH, BULK_PARENT, CREATED_AT, CREATED_BY,"
                        + " ROLES, NODE, RUNNER, STATE, FILE_NAME, IMPORT_MODE, ROW_POLICY, DRY_RUN, CHARSET, ROWS_READ,"
                        + " RECORDS_CREATED, RECORDS_UPDATED, RECORDS_UNCHANGED, ROWS_REJECTED, PROGRESS)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', '-', 'UPSERT', 'WHOLE', 0, 'UTF-8', 0, 0, 0, 0, 0, 0)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, request.type());
                    s.setString(3, request.action().name());
                    Rows.setText(s, 4, request.patch());
                    if (request.parent().isPresent()) {
                        s.setLong(5, request.parent().get());
                    } else {
                        s.setNull(5, Types.BIGINT);
                    }
                    Rows.setInstant(s, 6, clock.instant());
                    s.setString(7, by.name());
                    s.setString(8, String.join(" ", by.roles()));
                    s.setString(9, node);
                    s.setString(10, runner);
                });
        return id;
    }

    /** Takes the ids down; how many there are. */
    long insert(long job, Supplier<long[]> ids) {
        List<String> rows = new ArrayList<>();
        List<Long> row = new ArrayList<>(CHUNK);
        long written = 0;
        long total = 0;
        for (long[] some = ids.get(); some.length > 0; some = ids.get()) {
            for (long id : some) {
                row.add(id);
                if (row.size() == CHUNK) {
                    rows.add(text(row));
                    row.clear();
                }
            }
            total += some.length;
            if (rows.size() >= ROWS_AT_ONCE) {
                written = write(job, written, rows);
                rows.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(text(row));
        }
        write(job, written, rows);
        long all = total;
        jdbc.update("UPDATE CRM_IMPORTS_JOB SET BULK_TOTAL = ? WHERE ID = ?", s -> {
            s.setLong(1, all);
            s.setLong(2, job);
        });
        return total;
    }

    private long write(long job, long first, List<String> rows) {
        return jdbc.with(connection -> {
            try (PreparedStatement s =
                    connection.prepareStatement("INSERT INTO CRM_IMPORTS_BULK (JOB_ID, N, IDS) VALUES (?, ?, ?)")) {
                long n = first;
                for (String row : rows) {
                    s.setLong(1, job);
                    s.setLong(2, n++);
                    s.setString(3, row);
                    s.addBatch();
                }
                s.executeBatch();
                return n;
            }
        });
    }

    private static String text(List<Long> ids) {
        return String.join(" ", ids.stream().map(String::valueOf).toList());
    }

    /** The ids of a row; none behind the last one. */
    long[] ids(long job, long n) {
        return jdbc.first(
                        "SELECT IDS FROM CRM_IMPORTS_BULK WHERE JOB_ID = ? AND N = ?",
                        s -> {
                            s.setLong(1, job);
                            s.setLong(2, n);
                        },
                        row -> Arrays.stream(row.getString("IDS").split(" "))
                                .mapToLong(Long::parseLong)
                                .toArray())
                .orElseGet(() -> new long[0]);
    }

    /** Forgets which records a job was about. */
    void delete(long job) {
        jdbc.update("DELETE FROM CRM_IMPORTS_BULK WHERE JOB_ID = ?", s -> s.setLong(1, job));
    }

    static BulkJob job(ResultSet row, Instant undoableSince) throws SQLException {
        long parent = row.getLong("BULK_PARENT");
        Optional<Long> its = row.wasNull() ? Optional.empty() : Optional.of(parent);
        BulkRequest request = new BulkRequest(
                row.getString("RECORD_TYPE"),
                BulkAction.valueOf(row.getString("BULK_ACTION")),
                Rows.optionalText(row, "BULK_PATCH"),
                its);
        return new BulkJob(request, row.getLong("BULK_TOTAL"), JobRow.job(row, undoableSince));
    }
}
