package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.Text;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All jobs, running and over. */
final class JobTable {

    private static final String COLUMNS =
            "ID, RECORD_TYPE, FILE_NAME, IMPORT_MODE, ROW_POLICY, DRY_RUN, CHARSET, STATE,"
                    + " ROWS_READ, RECORDS_CREATED, RECORDS_UPDATED, RECORDS_UNCHANGED, ROWS_REJECTED, PROGRESS, CREATED_AT,"
                    + " CREATED_BY, FINISHED_AT, ERROR_CODE, ERROR_EN, ERROR_ZH";

    private final Jdbc jdbc;
    private final Clock clock;
    private final IdSequence ids = new IdSequence("CRM_IMPORTS_JOB_SEQ");

    JobTable(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(ImportRequest request, Charset charset, String createdBy) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_IMPORTS_JOB (ID, RECORD_TYPE, FILE_NAME, IMPORT_MODE, ROW_POLICY, DRY_RUN, CHARSET, STATE,"
                        + " ROWS_READ, RECORDS_CREATED, RECORDS_UPDATED, RECORDS_UNCHANGED, ROWS_REJECTED, PROGRESS,"
                        + " CREATED_AT, CREATED_BY) VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, 0, 0, 0, 0, ?, ?)",
                s -> {
                    s.setLong(1, id);
                    s.setString(2, request.type());
                    s.setString(3, request.fileName());
                    s.setString(4, request.mode().name());
                    s.setString(5, request.policy().name());
                    s.setInt(6, request.dryRun() ? 1 : 0);
                    s.setString(7, charset.name());
                    Rows.setInstant(s, 8, clock.instant());
                    s.setString(9, createdBy);
                });
        return id;
    }

    /** False where the job was cancelled while it waited. */
    boolean begin(long id) {
        return jdbc.update(
                        "UPDATE CRM_IMPORTS_JOB SET STATE = 'RUNNING' WHERE ID = ? AND STATE = 'QUEUED'",
                        s -> s.setLong(1, id))
                == 1;
    }

    void progress(long id, Tally tally) {
        jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET ROWS_READ = ?, RECORDS_CREATED = ?, RECORDS_UPDATED = ?, RECORDS_UNCHANGED = ?,"
                        + " ROWS_REJECTED = ?, PROGRESS = ? WHERE ID = ?",
                s -> {
                    s.setLong(1, tally.read());
                    s.setLong(2, tally.created());
                    s.setLong(3, tally.updated());
                    s.setLong(4, tally.unchanged());
                    s.setLong(5, tally.rejected());
                    s.setDouble(6, tally.progress());
                    s.setLong(7, id);
                });
    }

    void done(long id) {
        jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET STATE = 'DONE', PROGRESS = 1, FINISHED_AT = ? WHERE ID = ? AND STATE = 'RUNNING'",
                s -> {
                    Rows.setInstant(s, 1, clock.instant());
                    s.setLong(2, id);
                });
    }

    /** False where it is in none of these states. */
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

    void failed(long id, CrmException why) {
        fail("ID = " + id + " AND", why);
    }

    /** Jobs that a stop of the system left behind; how many there were. */
    int failAllUnfinished(CrmException why) {
        return fail("", why);
    }

    private int fail(String which, CrmException why) {
        return jdbc.update(
                "UPDATE CRM_IMPORTS_JOB SET STATE = 'FAILED', FINISHED_AT = ?, ERROR_CODE = ?, ERROR_EN = ?, ERROR_ZH = ?"
                        + " WHERE " + which + " STATE IN ('QUEUED', 'RUNNING')",
                s -> {
                    Rows.setInstant(s, 1, clock.instant());
                    s.setString(2, why.code());
                    s.setString(3, Clipped.text(why.text().en(), 1000));
                    s.setString(4, Clipped.text(why.text().zh(), 1000));
                });
    }

    Optional<ImportJob> find(long id) {
        return jdbc.first(
                "SELECT " + COLUMNS + " FROM CRM_IMPORTS_JOB WHERE ID = ?", s -> s.setLong(1, id), JobTable::job);
    }

    /** Newest first; of everybody where no owner is given. */
    List<ImportJob> list(Optional<Long> before, Optional<String> owner, int limit) {
        return jdbc.list(
                "SELECT " + COLUMNS + " FROM CRM_IMPORTS_JOB WHERE ID < ?"
                        + (owner.isPresent() ? " AND CREATED_BY = ?" : "") + " ORDER BY ID DESC FETCH FIRST " + limit
                        + " ROWS ONLY",
                s -> {
                    s.setLong(1, before.orElse(Long.MAX_VALUE));
                    if (owner.isPresent()) {
                        s.setString(2, owner.get());
                    }
                },
                JobTable::job);
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        Optional<String> errorCode = Rows.optionalText(row, "ERROR_CODE");
        Optional<Text> error = errorCode.isPresent()
                ? Optional.of(new Text(row.getString("ERROR_EN"), row.getString("ERROR_ZH")))
                : Optional.empty();
        return new ImportJob(
                row.getLong("ID"),
                new ImportRequest(
                        row.getString("RECORD_TYPE"),
                        row.getString("FILE_NAME"),
                        ImportMode.valueOf(row.getString("IMPORT_MODE")),
                        RowPolicy.valueOf(row.getString("ROW_POLICY")),
                        row.getInt("DRY_RUN") == 1,
                        Optional.of(Charset.forName(row.getString("CHARSET")))),
                ImportJob.State.valueOf(row.getString("STATE")),
                row.getLong("ROWS_READ"),
                row.getLong("RECORDS_CREATED"),
                row.getLong("RECORDS_UPDATED"),
                row.getLong("RECORDS_UNCHANGED"),
                row.getLong("ROWS_REJECTED"),
                row.getDouble("PROGRESS"),
                Rows.instant(row, "CREATED_AT"),
                row.getString("CREATED_BY"),
                Rows.optionalInstant(row, "FINISHED_AT"),
                errorCode,
                error);
    }
}
