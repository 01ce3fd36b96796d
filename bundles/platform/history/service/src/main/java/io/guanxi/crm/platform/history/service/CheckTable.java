package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.audit.AuditCheck.State;
import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.SealHead;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last checks. One that runs beats; one that has ceased to is over. */
final class CheckTable {

    /** Silence after which a check is taken for dead. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    static final String INTERRUPTED = "interrupted";

    private static final int KEPT = 50;
    private static final String CHECKS = "SELECT ID, STATE, STARTED_AT, STARTED_BY, BEAT_AT, PROGRESS, FINISHED_AT,"
            + " ERROR_CODE, ENTRIES, SEALS, ANCHORS, ERASED, RETIRED, FINDINGS, HEAD_NUMBER, HEAD_POSITION, HEAD_AT, HEAD_HASH"
            + " FROM CRM_HISTORY_CHECK";
    private static final List<String> FINDING =
            List.of("CHECK_ID", "N", "KIND", "SEAL", "POSITION", "ENTRY_ID", "RECORD_TYPE", "RECORD_ID");

    private final Jdbc jdbc;
    private final Clock clock;
    private final IdSequence ids = new IdSequence("CRM_HISTORY_CHECK_SEQ");

    CheckTable(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(String by, String node) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_HISTORY_CHECK (ID, STATE, STARTED_AT, STARTED_BY, NODE, BEAT_AT, PROGRESS)"
                        + " VALUES (?, 'RUNNING', ?, ?, ?, ?, 0)",
                s -> {
                    s.setLong(1, id);
                    Rows.setInstant(s, 2, clock.instant());
                    s.setString(3, by);
                    s.setString(4, node);
                    Rows.setInstant(s, 5, clock.instant());
                });
        return id;
    }

    Optional<AuditCheck> find(long id) {
        // The findings afterwards: those of a check that is done don't change any more.
        return jdbc.first(CHECKS + " WHERE ID = ?", s -> s.setLong(1, id), this::check)
                .map(check -> check.result()
                        .filter(result -> result.found() > 0)
                        .map(result -> with(check, result, findings(id)))
                        .orElse(check));
    }

    private static AuditCheck with(AuditCheck check, Verification result, List<Finding> findings) {
        Verification whole = new Verification(
                result.at(),
                result.entries(),
                result.seals(),
                result.anchors(),
                result.erased(),
                result.retired(),
                result.head(),
                findings,
                result.found());
        return new AuditCheck(
                check.id(),
                check.state(),
                check.startedAt(),
                check.startedBy(),
                check.progress(),
                check.finishedAt(),
                Optional.of(whole),
                check.errorCode());
    }

    private List<Finding> findings(long id) {
        return jdbc.list(
                "SELECT KIND, SEAL, POSITION, ENTRY_ID, RECORD_TYPE, RECORD_ID FROM CRM_HISTORY_FINDING"
                        + " WHERE CHECK_ID = ? ORDER BY N",
                s -> s.setLong(1, id),
                CheckTable::finding);
    }

    /** Newest first, without their findings. */
    List<AuditCheck> list(Optional<Long> before, int limit) {
        return jdbc.list(
                CHECKS + " WHERE ID < ? ORDER BY ID DESC FETCH FIRST " + limit + " ROWS ONLY",
                s -> s.setLong(1, before.orElse(Long.MAX_VALUE)),
                this::check);
    }

    /** False where the check is over. */
    boolean beat(long id, double progress) {
        return jdbc.update(
                        "UPDATE CRM_HISTORY_CHECK SET BEAT_AT = ?, PROGRESS = ? WHERE ID = ? AND STATE = 'RUNNING'",
                        s -> {
                            Rows.setInstant(s, 1, clock.instant());
                            s.setDouble(2, progress);
                            s.setLong(3, id);
                        })
                > 0;
    }

    /** False where it was over already. */
    boolean end(long id, State state, Optional<String> error) {
        return jdbc.update(
                        "UPDATE CRM_HISTORY_CHECK SET STATE = ?, FINISHED_AT = ?, ERROR_CODE = ? WHERE ID = ? AND STATE = 'RUNNING'",
                        s -> {
                            s.setString(1, state.name());
                            Rows.setInstant(s, 2, clock.instant());
                            Rows.setText(s, 3, error);
                            s.setLong(4, id);
                        })
                > 0;
    }

    /** Ends it with what was found, in the caller's transaction, unless it is over already; forgets the oldest checks. */
    void done(long id, Verification result) {
        int ended = jdbc.update(
                "UPDATE CRM_HISTORY_CHECK SET STATE = 'DONE', PROGRESS = 1, FINISHED_AT = ?, ENTRIES = ?, SEALS = ?,"
                        + " ANCHORS = ?, ERASED = ?, RETIRED = ?, FINDINGS = ?, HEAD_NUMBER = ?, HEAD_POSITION = ?,"
                        + " HEAD_AT = ?, HEAD_HASH = ? WHERE ID = ? AND STATE = 'RUNNING'",
                s -> {
                    Rows.setInstant(s, 1, result.at());
                    s.setLong(2, result.entries());
                    s.setLong(3, result.seals());
                    s.setLong(4, result.anchors());
                    s.setLong(5, result.erased());
                    s.setLong(6, result.retired());
                    s.setLong(7, result.found());
                    Rows.setLong(s, 8, result.head().map(SealHead::number));
                    Rows.setLong(s, 9, result.head().map(SealHead::position));
                    Rows.setInstant(s, 10, result.head().map(SealHead::at));
                    Rows.setText(s, 11, result.head().map(SealHead::hash));
                    s.setLong(12, id);
                });
        if (ended > 0) {
            jdbc.with(connection -> {
                BatchInsert rows = BatchInsert.of(connection, "CRM_HISTORY_FINDING", FINDING);
                for (int n = 0; n < result.findings().size(); n++) {
                    int number = n;
                    rows.add((s, first) ->
                            bind(s, first, id, number, result.findings().get(number)));
                }
                rows.write();
                return 0;
            });
            forget();
        }
    }

    private void forget() {
        jdbc.first(
                        "SELECT ID FROM CRM_HISTORY_CHECK ORDER BY ID DESC OFFSET " + KEPT
                                + " ROWS FETCH FIRST 1 ROWS ONLY",
                        Jdbc.NONE,
                        row -> row.getLong(1))
                .ifPresent(last -> {
                    jdbc.update("DELETE FROM CRM_HISTORY_FINDING WHERE CHECK_ID <= ?", s -> s.setLong(1, last));
                    jdbc.update("DELETE FROM CRM_HISTORY_CHECK WHERE ID <= ?", s -> s.setLong(1, last));
                });
    }

    /** Ends those this node was at when it went down, and those of nodes that are silent. */
    void bury(String node) {
        jdbc.update(
                "UPDATE CRM_HISTORY_CHECK SET STATE = 'FAILED', FINISHED_AT = BEAT_AT, ERROR_CODE = ?"
                        + " WHERE STATE = 'RUNNING' AND (NODE = ? OR BEAT_AT < ?)",
                s -> {
                    s.setString(1, INTERRUPTED);
                    s.setString(2, node);
                    Rows.setInstant(s, 3, clock.instant().minus(SILENCE));
                });
    }

    private static void bind(PreparedStatement s, int first, long check, int n, Finding finding) throws SQLException {
        s.setLong(first, check);
        s.setInt(first + 1, n);
        s.setString(first + 2, finding.kind().name());
        Rows.setLong(s, first + 3, finding.seal());
        Rows.setLong(s, first + 4, finding.position());
        Rows.setLong(s, first + 5, finding.entry());
        Rows.setText(s, first + 6, finding.recordType());
        Rows.setLong(s, first + 7, finding.recordId());
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Finding.Kind.valueOf(row.getString("KIND")),
                Rows.optionalLong(row, "SEAL"),
                Rows.optionalLong(row, "POSITION"),
                Rows.optionalLong(row, "ENTRY_ID"),
                Rows.optionalText(row, "RECORD_TYPE"),
                Rows.optionalLong(row, "RECORD_ID"));
    }

    private AuditCheck check(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("STATE"));
        Instant beat = Rows.instant(row, "BEAT_AT");
        boolean dead = state == State.RUNNING && beat.isBefore(clock.instant().minus(SILENCE));
        return new AuditCheck(
                row.getLong("ID"),
                dead ? State.FAILED : state,
                Rows.instant(row, "STARTED_AT"),
                row.getString("STARTED_BY"),
                row.getDouble("PROGRESS"),
                dead ? Optional.of(beat) : Rows.optionalInstant(row, "FINISHED_AT"),
                state == State.DONE ? Optional.of(result(row)) : Optional.empty(),
                dead ? Optional.of(INTERRUPTED) : Rows.optionalText(row, "ERROR_CODE"));
    }

    private static Verification result(ResultSet row) throws SQLException {
        Optional<SealHead> head = Optional.empty();
        Optional<Long> number = Rows.optionalLong(row, "HEAD_NUMBER");
        if (number.isPresent()) {
            head = Optional.of(new SealHead(
                    number.get(),
                    row.getLong("HEAD_POSITION"),
                    Rows.instant(row, "HEAD_AT"),
                    row.getString("HEAD_HASH")));
        }
        return new Verification(
                Rows.instant(row, "FINISHED_AT"),
                row.getLong("ENTRIES"),
                row.getLong("SEALS"),
                row.getLong("ANCHORS"),
                row.getLong("ERASED"),
                row.getLong("RETIRED"),
                head,
                List.of(),
                row.getLong("FINDINGS"));
    }
}
