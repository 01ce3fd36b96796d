package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.jobs.Run;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of each run; the last hundred of every job. */
final class RunTable {

    static final int KEPT = 100;

    private static final String COLUMNS = "ID, JOB, HOLDER, MANUAL, STARTED_AT, FINISHED_AT, OUTCOME, ERROR";

    private final Jdbc jdbc;

    RunTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a run that begins; gives its id. */
    long begin(String job, String holder, boolean manual, Instant now) {
        return jdbc.with(connection -> {
            long id = jdbc.first(
                            SqlDialect.of(connection).nextValue("CRM_JOBS_RUN_SEQ"), Jdbc.NONE, row -> row.getLong(1))
                    .orElseThrow();
            jdbc.update(
                    "INSERT INTO CRM_JOBS_RUN (ID, JOB, HOLDER, MANUAL, STARTED_AT) VALUES (?, ?, ?, ?, ?)",
                    statement -> {
                        statement.setLong(1, id);
                        statement.setString(2, job);
                        statement.setString(3, holder);
                        statement.setInt(4, manual ? 1 : 0);
                        Rows.setInstant(statement, 5, now);
                    });
            return id;
        });
    }

    void end(long id, Run.Outcome outcome, Optional<String> error, Instant now) {
        String sql = "UPDATE CRM_JOBS_RUN SET FINISHED_AT = ?, OUTCOME = ?, ERROR = ? WHERE ID = ?";
        jdbc.update(sql, statement -> {
            Rows.setInstant(statement, 1, now);
            statement.setString(2, outcome.name());
            Rows.setText(statement, 3, error);
            statement.setLong(4, id);
        });
    }

    /** Ends what a node left behind that is gone. */
    void abandon(String job, String error, Instant now) {
        String sql = "UPDATE CRM_JOBS_RUN SET FINISHED_AT = ?, OUTCOME = ?, ERROR = ?"
                + " WHERE JOB = ? AND FINISHED_AT IS NULL";
        jdbc.update(sql, statement -> {
            Rows.setInstant(statement, 1, now);
            statement.setString(2, Run.Outcome.FAILED.name());
            statement.setString(3, error);
            statement.setString(4, job);
        });
    }

    /** Deletes all but the last ones of the job. */
    void trim(String job) {
        List<Run> oldest = select(job, Optional.empty(), " OFFSET " + KEPT + " ROWS FETCH FIRST 1 ROWS ONLY");
        if (!oldest.isEmpty()) {
            jdbc.update("DELETE FROM CRM_JOBS_RUN WHERE JOB = ? AND ID <= ?", statement -> {
                statement.setString(1, job);
                statement.setLong(2, oldest.get(0).id());
            });
        }
    }

    List<Run> list(String job, Optional<Long> before, int limit) {
        return select(job, before, " FETCH FIRST " + limit + " ROWS ONLY");
    }

    private List<Run> select(String job, Optional<Long> before, String part) {
        return jdbc.list(
                "SELECT " + COLUMNS + " FROM CRM_JOBS_RUN WHERE JOB = ? AND ID < ? ORDER BY ID DESC" + part,
                statement -> {
                    statement.setString(1, job);
                    statement.setLong(2, before.orElse(Long.MAX_VALUE));
                },
                RunTable::run);
    }

    /** The newest run of each job. */
    Map<String, Run> last() {
        String sql = "SELECT " + COLUMNS + " FROM CRM_JOBS_RUN WHERE ID IN"
                + " (SELECT MAX(ID) FROM CRM_JOBS_RUN GROUP BY JOB)";
        return jdbc.list(sql, Jdbc.NONE, RunTable::run).stream()
                .collect(Collectors.toMap(Run::job, Function.identity()));
    }

    private static Run run(ResultSet row) throws SQLException {
        String holder = row.getString("HOLDER");
        return new Run(
                row.getLong("ID"),
                row.getString("JOB"),
                holder.substring(0, holder.lastIndexOf('/')),
                row.getInt("MANUAL") == 1,
                Rows.instant(row, "STARTED_AT"),
                Rows.optionalInstant(row, "FINISHED_AT"),
                Rows.optionalText(row, "OUTCOME").map(Run.Outcome::valueOf),
                Rows.optionalText(row, "ERROR"));
    }
}
