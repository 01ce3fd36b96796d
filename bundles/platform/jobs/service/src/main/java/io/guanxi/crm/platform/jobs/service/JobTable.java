package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A row for each job that any node ever had, which is also the lease of the node that runs it. */
final class JobTable {

    private static final String COLUMNS = "NAME, SCHEDULE, NEXT_RUN_AT, WANTED, CANCELLED, HOLDER, LEASE_UNTIL";

    private final Jdbc jdbc;
    private final Transactions transactions;

    JobTable(Jdbc jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    List<JobRow> list() {
        return jdbc.list("SELECT " + COLUMNS + " FROM CRM_JOBS_JOB ORDER BY NAME", Jdbc.NONE, JobTable::row);
    }

    Optional<JobRow> find(String name) {
        return jdbc.first(
                "SELECT " + COLUMNS + " FROM CRM_JOBS_JOB WHERE NAME = ?",
                statement -> statement.setString(1, name),
                JobTable::row);
    }

    /** Enters a job that is not known yet. */
    void enter(String name, String schedule, Optional<Instant> nextRunAt) {
        String sql = "INSERT INTO CRM_JOBS_JOB (NAME, SCHEDULE, NEXT_RUN_AT, WANTED, CANCELLED, LEASE_UNTIL)"
                + " VALUES (?, ?, ?, 0, 0, 0)";
        try {
            transactions.callAlone(() -> jdbc.update(sql, statement -> {
                statement.setString(1, name);
                statement.setString(2, schedule);
                Rows.setInstant(statement, 3, nextRunAt);
            }));
        } catch (SqlFailedException e) {
            if (!e.isConstraintViolation()) { // else another node has entered the same job just now
                throw e;
            }
        }
    }

    void reschedule(String name, String schedule, Optional<Instant> nextRunAt) {
        jdbc.update("UPDATE CRM_JOBS_JOB SET SCHEDULE = ?, NEXT_RUN_AT = ? WHERE NAME = ?", statement -> {
            statement.setString(1, schedule);
            Rows.setInstant(statement, 2, nextRunAt);
            statement.setString(3, name);
        });
    }

    /** Takes a job that is due and that nobody runs; true for the one who gets it. */
    boolean claim(String name, String holder, Instant now, Instant until) {
        String sql = "UPDATE CRM_JOBS_JOB SET HOLDER = ?, LEASE_UNTIL = ?, WANTED = 0, CANCELLED = 0"
                + " WHERE NAME = ? AND (HOLDER IS NULL OR LEASE_UNTIL <= ?) AND (WANTED = 1 OR NEXT_RUN_AT <= ?)";
        return jdbc.update(sql, statement -> {
                    statement.setString(1, holder);
                    Rows.setInstant(statement, 2, until);
                    statement.setString(3, name);
                    Rows.setInstant(statement, 4, now);
                    Rows.setInstant(statement, 5, now);
                })
                == 1;
    }

    void renew(Collection<String> holders, Instant until) {
        for (KeyList<String> some : jdbc.with(connection -> KeyList.of(connection, holders))) {
            String sql = "UPDATE CRM_JOBS_JOB SET LEASE_UNTIL = ? WHERE HOLDER" + some.condition();
            jdbc.update(sql, statement -> {
                Rows.setInstant(statement, 1, until);
                some.bind(statement, 2);
            });
        }
    }

    /** Gives the job back; false where the lease was lost meanwhile. */
    boolean release(String name, String holder, Optional<Instant> nextRunAt) {
        String sql = "UPDATE CRM_JOBS_JOB SET HOLDER = NULL, LEASE_UNTIL = 0, CANCELLED = 0, NEXT_RUN_AT = ?"
                + " WHERE NAME = ? AND HOLDER = ?";
        return jdbc.update(sql, statement -> {
                    Rows.setInstant(statement, 1, nextRunAt);
                    statement.setString(2, name);
                    statement.setString(3, holder);
                })
                == 1;
    }

    /** For a database that only one process can use: whoever held a lease before is gone. */
    void releaseAll() {
        jdbc.update("UPDATE CRM_JOBS_JOB SET LEASE_UNTIL = 0 WHERE HOLDER IS NOT NULL", Jdbc.NONE);
    }

    void want(String name) {
        jdbc.update("UPDATE CRM_JOBS_JOB SET WANTED = 1 WHERE NAME = ?", statement -> statement.setString(1, name));
    }

    void cancel(String name) {
        jdbc.update("UPDATE CRM_JOBS_JOB SET CANCELLED = 1 WHERE NAME = ?", statement -> statement.setString(1, name));
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getString("NAME"),
                row.getString("SCHEDULE"),
                Rows.optionalInstant(row, "NEXT_RUN_AT"),
                row.getInt("WANTED") == 1,
                row.getInt("CANCELLED") == 1,
                Rows.optionalText(row, "HOLDER"),
                Rows.instant(row, "LEASE_UNTIL"));
    }
}
