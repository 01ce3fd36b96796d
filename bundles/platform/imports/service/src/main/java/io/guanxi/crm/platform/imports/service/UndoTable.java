package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.Text;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;

/** What imports wrote, a row a chunk, and which of it an undo had to leave. */
final class UndoTable {

    /** The writes of one chunk. */
    record Chunk(long n, List<UndoEntry> entries) {}

    private final Jdbc jdbc;

    UndoTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long job, long n, String entries) {
        jdbc.update("INSERT INTO CRM_IMPORTS_UNDO (JOB_ID, N, ENTRIES) VALUES (?, ?, ?)", s -> {
            s.setLong(1, job);
            s.setLong(2, n);
            s.setString(3, entries);
        });
    }

    /** The last chunk that has not been undone; empty where none is left. */
    Optional<Chunk> last(long job) {
        return jdbc.first(
                "SELECT N, ENTRIES FROM CRM_IMPORTS_UNDO WHERE JOB_ID = ? ORDER BY N DESC FETCH FIRST ROW ONLY",
                s -> s.setLong(1, job),
                row -> new Chunk(row.getLong("N"), UndoRecorder.entries(row.getString("ENTRIES"))));
    }

    void delete(long job, long n) {
        jdbc.update("DELETE FROM CRM_IMPORTS_UNDO WHERE JOB_ID = ? AND N = ?", s -> {
            s.setLong(1, job);
            s.setLong(2, n);
        });
    }

    /** Of a chunk these entries are left to be undone. */
    void keep(long job, long n, List<UndoEntry> entries) {
        if (entries.isEmpty()) {
            delete(job, n);
            return;
        }
        jdbc.update("UPDATE CRM_IMPORTS_UNDO SET ENTRIES = ? WHERE JOB_ID = ? AND N = ?", s -> {
            s.setString(1, UndoRecorder.text(entries));
            s.setLong(2, job);
            s.setLong(3, n);
        });
    }

    /** @param already how many the job has */
    void insert(long job, long already, List<UndoConflict> conflicts) {
        if (conflicts.isEmpty()) {
            return;
        }
        jdbc.with(connection -> {
            try (PreparedStatement s = connection.prepareStatement(
                    "INSERT INTO CRM_IMPORTS_CONFLICT (JOB_ID, N, RECORD_ID, CODE, MESSAGE_EN, MESSAGE_ZH)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")) {
                long n = already;
                for (UndoConflict conflict : conflicts) {
                    s.setLong(1, job);
                    s.setLong(2, ++n);
                    s.setLong(3, conflict.record());
                    s.setString(4, conflict.code());
                    s.setString(5, Clipped.text(conflict.message().en(), 1000));
                    s.setString(6, Clipped.text(conflict.message().zh(), 1000));
                    s.addBatch();
                }
                return s.executeBatch();
            }
        });
    }

    List<UndoConflict> conflicts(long job, int position, int limit) {
        return jdbc.list(
                "SELECT RECORD_ID, CODE, MESSAGE_EN, MESSAGE_ZH FROM CRM_IMPORTS_CONFLICT WHERE JOB_ID = ? AND N > ?"
                        + " ORDER BY N FETCH FIRST " + limit + " ROWS ONLY",
                s -> {
                    s.setLong(1, job);
                    s.setInt(2, position);
                },
                row -> new UndoConflict(
                        row.getLong("RECORD_ID"),
                        row.getString("CODE"),
                        new Text(row.getString("MESSAGE_EN"), row.getString("MESSAGE_ZH"))));
    }

    /** Forgets the writes of jobs that ended before this time. */
    int deleteOlderThan(long millis) {
        return jdbc.update(
                "DELETE FROM CRM_IMPORTS_UNDO WHERE JOB_ID IN (SELECT ID FROM CRM_IMPORTS_JOB WHERE FINISHED_AT < ?"
                        + " AND (UNDO_STATE IS NULL OR UNDO_STATE NOT IN ('QUEUED', 'RUNNING')))",
                s -> s.setLong(1, millis));
    }
}
