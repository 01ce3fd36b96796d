package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.security.Caller;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All jobs, running and over. Who writes to a running one has to be its runner: two services never work on one job, however a
 * stop and a start overlap.
 */
final class JobTable {

    private static final String OF_FILES = " AND BULK_ACTION IS NULL";
    private static final String OF_BULK = " AND BULK_ACTION IS NOT NULL";

    private final String kind;
    private final Jdbc jdbc;
    private final Clock clock;
    private final Duration undoable;
    private final IdSequence ids = new IdSequence("CRM_IMPORTS_JOB_SEQ");

    private JobTable(String kind, Jdbc jdbc, Clock clock, Duration undoable) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.clock = clock;
        this.undoable = undoable;
    }

    /** The imports alone, each of which can be undone for so long. */
    static JobTable ofFiles(Jdbc jdbc, Clock clock, Duration undoable) {
        return new JobTable(OF_FILES, jdbc, clock, undoable);
    }

    /** The changes of many records alone, each of which can be undone for so long. */
    static JobTable ofBulk(Jdbc jdbc, Clock clock, Duration undoable) {
        return new JobTable(OF_BULK, jdbc, clock, undoable);
    }

    long insert(
            ImportRequest request,
            Charset charset,
            List<String> header,
            Caller by,
            String node,
            String runner,
            String spool) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_IMPORTS_JOB (ID, RECORD_TYPE, FILE_NAME, IMPORT_MODE, ROW_POLICY, DRY_RUN, CHARSET, STATE,"
                        + " ROWS_READ, RECORDS_CREATED, RECORDS_UPDATED, RECORDS_UNCHANGED, ROWS_REJECTED, PROGRESS,"
                        + " CREATED_AT, CREATED_BY, ROLES, NODE, RUNNER, SPOOL, HEADER, MAPPING)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, 0, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, request.type());
                    s.setString(3, request.fileName());
                    s.setString(4, request.mode().name());
                    s.setString(5, request.policy().name());
                    s.setInt(6, request.dryRun() ? 1 : 0);
                    s.setString(7, charset.name());
                    Rows.setInstant(s, 8, clock.instant());
                    s.setString(9, by.name());
                    s.setString(10, String.join(" ", by.roles()));
                    s.setString(11, node);
                    s.setString(12, runner);
                    s.setString(13, spool);
                    s.setString(14, Rejects.text(header));
                    s.setString(15, mapping(request));
                });
        return id;
    }

    private static String mapping(ImportRequest request) {
        List<String> cells = new ArrayList<>();
        request.mapping().forEach((header, code) -> {
            cells.add(header);
            cells.add(code);
        });
        return cells.isEmpty() ? "" : Rejects.text(cells);
    }

    /** False where the job was cancelled while it waited, or another service has taken it over. */
    boolean begin(RunningJob job) {
        return jdbc.update(
                        "UPDATE CRM_IMPORTS_JOB SET STATE = 'RUNNING' WHERE ID = ? AND RUNNER = ?"
                                + " AND STATE IN ('QUEUED', 'RUNNING')",
                        s -> bind(s, 1, job))
                == 1;
    }

    /** @param undo records that the chunk wrote. @throws JobStoppedException where the job is not ours any more */
    void progress(RunningJob job, Tally tally, int undo) {
        int rows = jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET ROWS_READ = ?, RECORDS_CREATED = ?, RECORDS_UPDATED = ?, RECORDS_UNCHANGED = ?,"
                        + " ROWS_REJECTED = ?, PROGRESS = ?, NOTES = ?, RECORDS_SEEN = ?, CHUNKS = ?,"
                        + " UNDO_RECORDS = UNDO_RECORDS + ? WHERE ID = ? AND RUNNER = ? AND STATE = 'RUNNING'",
                s -> {
                    s.setLong(1, tally.read());
                    s.setLong(2, tally.created());
                    s.setLong(3, tally.updated());
                    s.setLong(4, tally.unchanged());
                    s.setLong(5, tally.rejected());
                    s.setDouble(6, tally.progress());
                    s.setLong(7, tally.notes());
                    s.setLong(8, tally.seen());
                    s.setLong(9, tally.chunks());
                    s.setInt(10, undo);
                    bind(s, 11, job);
                });
        require(rows);
    }

    private static void bind(java.sql.PreparedStatement s, int index, RunningJob job) throws SQLException {
        s.setLong(index, job.id());
        s.setString(index + 1, job.runner());
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new JobStoppedException();
        }
    }

    void done(RunningJob job) {
        jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET STATE = 'DONE', PROGRESS = 1, FINISHED_AT = ?"
                        + " WHERE ID = ? AND RUNNER = ? AND STATE = 'RUNNING'",
                s -> {
                    Rows.setInstant(s, 1, clock.instant());
                    bind(s, 2, job);
                });
    }

    /** False where it is not in this state. */
    boolean cancelled(long id, ImportJob.State from) {
        return jdbc.update(
                        "UPDATE CRM_IMPORTS_JOB SET STATE = 'CANCELLED', FINISHED_AT = ? WHERE ID = ? AND STATE = ?",
                        s -> {
                            Rows.setInstant(s, 1, clock.instant());
                            s.setLong(2, id);
                            s.setString(3, from.name());
                        })
                == 1;
    }

    void failed(RunningJob job, CrmException why) {
        jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET STATE = 'FAILED', FINISHED_AT = ?, ERROR_CODE = ?, ERROR_EN = ?, ERROR_ZH = ?"
                        + " WHERE ID = ? AND RUNNER = ? AND STATE IN ('QUEUED', 'RUNNING')",
                s -> {
                    Rows.setInstant(s, 1, clock.instant());
                    s.setString(2, why.code());
                    s.setString(3, Clipped.text(why.text().en(), 1000));
                    s.setString(4, Clipped.text(why.text().zh(), 1000));
                    bind(s, 5, job);
                });
    }

    /** False where it can't be undone. */
    boolean undoRequested(long id, Caller by, String node, String runner) {
        return jdbc.update(
                        "UPDATE CRM_IMPORTS_JOB SET UNDO_STATE = 'QUEUED', UNDO_BY = ?, UNDO_ROLES = ?, NODE = ?, RUNNER = ?"
                                + " WHERE ID = ? AND (UNDO_STATE IS NULL OR UNDO_STATE = 'FAILED') AND UNDO_RECORDS > 0"
                                + " AND STATE IN ('DONE', 'FAILED', 'CANCELLED') AND FINISHED_AT >= ?",
                        s -> {
                            s.setString(1, by.name());
                            s.setString(2, String.join(" ", by.roles()));
                            s.setString(3, node);
                            s.setString(4, runner);
                            s.setLong(5, id);
                            Rows.setInstant(s, 6, undoableSince());
                        })
                == 1;
    }

    /** @throws JobStoppedException where the job is not ours any more */
    void undoProgress(RunningJob job, int reverted, int conflicts) {
        require(jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET UNDO_REVERTED = UNDO_REVERTED + ?, UNDO_CONFLICTS = UNDO_CONFLICTS + ?"
                        + " WHERE ID = ? AND RUNNER = ? AND UNDO_STATE = 'RUNNING'",
                s -> {
                    s.setInt(1, reverted);
                    s.setInt(2, conflicts);
                    bind(s, 3, job);
                }));
    }

    void undoState(RunningJob job, ImportJob.State state) {
        jdbc.update("UPDATE CRM_IMPORTS_JOB SET UNDO_STATE = ? WHERE ID = ? AND RUNNER = ?", s -> {
            s.setString(1, state.name());
            bind(s, 2, job);
        });
    }

    /** The unfinished jobs of this node, which are this runner's from now on; oldest first. */
    List<LeftJob> takeOver(String node, String runner) {
        String mine = " WHERE (NODE = ? OR NODE IS NULL) AND (STATE IN ('QUEUED', 'RUNNING')"
                + " OR UNDO_STATE IN ('QUEUED', 'RUNNING'))" + kind;
        jdbc.update("UPDATE CRM_IMPORTS_JOB SET RUNNER = ?" + mine, s -> {
            s.setString(1, runner);
            s.setString(2, node);
        });
        return jdbc.list(
                "SELECT " + JobRow.COLUMNS + ", SPOOL, ROLES, UNDO_BY, UNDO_ROLES, NOTES, RECORDS_SEEN, CHUNKS"
                        + " FROM CRM_IMPORTS_JOB" + mine + " ORDER BY ID",
                s -> s.setString(1, node),
                JobTable::left);
    }

    private static LeftJob left(ResultSet row) throws SQLException {
        boolean undo = ImportJob.State.valueOf(row.getString("STATE")).isOver();
        Tally done = new Tally(
                row.getLong("ROWS_READ"),
                row.getLong("RECORDS_CREATED"),
                row.getLong("RECORDS_UPDATED"),
                row.getLong("RECORDS_UNCHANGED"),
                row.getLong("ROWS_REJECTED"),
                row.getLong("NOTES"),
                row.getDouble("PROGRESS"),
                row.getLong("RECORDS_SEEN"),
                row.getLong("CHUNKS"));
        String roles = Rows.optionalText(row, undo ? "UNDO_ROLES" : "ROLES").orElse("");
        Caller caller = new Caller(
                row.getString(undo ? "UNDO_BY" : "CREATED_BY"), roles.isEmpty() ? Set.of() : Set.of(roles.split(" ")));
        String spool = Rows.optionalText(row, "SPOOL").orElse("");
        return new LeftJob(row.getLong("ID"), JobRow.request(row), undo, spool, caller, done);
    }

    Optional<ImportJob> find(long id) {
        Instant since = undoableSince();
        return find(id, row -> JobRow.job(row, since));
    }

    <T> Optional<T> find(long id, Jdbc.RowMapper<T> mapper) {
        return jdbc.first(
                "SELECT " + JobRow.COLUMNS + " FROM CRM_IMPORTS_JOB WHERE ID = ?" + kind,
                s -> s.setLong(1, id),
                mapper);
    }

    List<String> header(long id) {
        return jdbc.first(
                        "SELECT HEADER FROM CRM_IMPORTS_JOB WHERE ID = ?",
                        s -> s.setLong(1, id),
                        row -> Rows.optionalText(row, "HEADER"))
                .flatMap(text -> text)
                .map(Rejects::cells)
                .orElse(List.of());
    }

    /** Newest first; of everybody where no owner is given. */
    List<ImportJob> list(Optional<Long> before, Optional<String> owner, int limit) {
        Instant since = undoableSince();
        return list(before, owner, limit, row -> JobRow.job(row, since));
    }

    <T> List<T> list(Optional<Long> before, Optional<String> owner, int limit, Jdbc.RowMapper<T> mapper) {
        return jdbc.list(
                "SELECT " + JobRow.COLUMNS + " FROM CRM_IMPORTS_JOB WHERE ID < ?" + kind
                        + (owner.isPresent() ? " AND CREATED_BY = ?" : "") + " ORDER BY ID DESC FETCH FIRST " + limit
                        + " ROWS ONLY",
                s -> {
                    s.setLong(1, before.orElse(Long.MAX_VALUE));
                    if (owner.isPresent()) {
                        s.setString(2, owner.get());
                    }
                },
                mapper);
    }

    Instant undoableSince() {
        return clock.instant().minus(undoable);
    }
}
