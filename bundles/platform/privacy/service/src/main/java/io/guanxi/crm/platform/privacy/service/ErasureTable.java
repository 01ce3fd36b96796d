package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.privacy.Erased;
import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.privacy.Traces;
import io.guanxi.crm.platform.problem.Text;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Erasures and their parts as rows. */
final class ErasureTable {

    static final String KEY = "CRM_PRIVACY_ERASURE_UX";

    private static final int LONGEST_PROBLEM = 200;
    private static final String SELECT = "SELECT ID, SUBJECT_TYPE, SUBJECT_ID, STATE, REASON, ASKED_AT, ASKED_BY,"
            + " FINISHED_AT, HASH FROM CRM_PRIVACY_ERASURE";
    private static final String PARTS =
            "SELECT ERASURE_ID, SOURCE, ORDINAL, LABEL_EN, LABEL_ZH, STATE, ATTEMPTS, DONE_AT,"
                    + " PROBLEM, DID FROM CRM_PRIVACY_PART WHERE ERASURE_ID";

    private final Jdbc jdbc;
    private final IdSequence ids = new IdSequence("CRM_PRIVACY_ERASURE_SEQ");

    ErasureTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Subject subject, String reason, Instant at, String by) {
        long id = jdbc.with(ids::next);
        jdbc.update(
                "INSERT INTO CRM_PRIVACY_ERASURE (ID, SUBJECT_TYPE, SUBJECT_ID, STATE, REASON, ASKED_AT, ASKED_BY)"
                        + " VALUES (?, ?, ?, 'RUNNING', ?, ?, ?)",
                statement -> {
                    statement.setLong(1, id);
                    bind(statement, 2, subject);
                    statement.setString(4, reason);
                    Rows.setInstant(statement, 5, at);
                    statement.setString(6, by);
                });
        return id;
    }

    private static void bind(PreparedStatement statement, int index, Subject subject) throws SQLException {
        statement.setString(index, subject.type());
        statement.setLong(index + 1, subject.id());
    }

    Optional<Erasure> of(Subject subject) {
        return whole(jdbc.list(
                        SELECT + " WHERE SUBJECT_TYPE = ? AND SUBJECT_ID = ?",
                        statement -> bind(statement, 1, subject),
                        ErasureTable::bare))
                .stream()
                .findFirst();
    }

    Optional<Erasure> find(long id) {
        return whole(jdbc.list(SELECT + " WHERE ID = ?", statement -> statement.setLong(1, id), ErasureTable::bare))
                .stream()
                .findFirst();
    }

    /** Newest first; of everybody where no name is given. */
    List<Erasure> list(Optional<Long> before, Optional<String> by, int limit) {
        return whole(jdbc.list(
                SELECT + " WHERE ID < ?" + (by.isPresent() ? " AND ASKED_BY = ?" : "")
                        + " ORDER BY ID DESC FETCH FIRST " + limit + " ROWS ONLY",
                statement -> {
                    statement.setLong(1, before.orElse(Long.MAX_VALUE));
                    if (by.isPresent()) {
                        statement.setString(2, by.get());
                    }
                },
                ErasureTable::bare));
    }

    /** Those that are not done, oldest first. */
    List<Long> running() {
        return jdbc.list(
                "SELECT ID FROM CRM_PRIVACY_ERASURE WHERE STATE = 'RUNNING' ORDER BY ID",
                Jdbc.NONE,
                row -> row.getLong(1));
    }

    Optional<Traces> traces(long id) {
        return jdbc.first(
                        "SELECT TRACES FROM CRM_PRIVACY_ERASURE WHERE ID = ?",
                        statement -> statement.setLong(1, id),
                        row -> Rows.optionalText(row, "TRACES"))
                .flatMap(text -> text)
                .map(Stored::traces);
    }

    void keep(long id, Traces traces) {
        jdbc.update("UPDATE CRM_PRIVACY_ERASURE SET TRACES = ? WHERE ID = ?", statement -> {
            statement.setString(1, Stored.write(traces));
            statement.setLong(2, id);
        });
    }

    /** What the person was found by goes. */
    void finish(long id, String reason, Instant at, String certificate, String hash) {
        jdbc.update(
                "UPDATE CRM_PRIVACY_ERASURE SET STATE = 'DONE', REASON = ?, FINISHED_AT = ?, CERTIFICATE = ?, HASH = ?,"
                        + " TRACES = NULL WHERE ID = ?",
                statement -> {
                    statement.setString(1, reason);
                    Rows.setInstant(statement, 2, at);
                    statement.setString(3, certificate);
                    statement.setString(4, hash);
                    statement.setLong(5, id);
                });
    }

    Optional<String> certificate(long id) {
        return jdbc.first(
                        "SELECT CERTIFICATE FROM CRM_PRIVACY_ERASURE WHERE ID = ?",
                        statement -> statement.setLong(1, id),
                        row -> Rows.optionalText(row, "CERTIFICATE"))
                .flatMap(text -> text);
    }

    /** Adds parts for sources that the erasure has none for. */
    void add(Erasure erasure, List<SourceRow> sources) {
        List<String> known = erasure.parts().stream().map(Erasure.Part::source).toList();
        for (SourceRow source : sources) {
            if (!known.contains(source.name())) {
                add(erasure.id(), source);
            }
        }
    }

    private void add(long erasure, SourceRow source) {
        jdbc.update(
                "INSERT INTO CRM_PRIVACY_PART (ERASURE_ID, SOURCE, ORDINAL, LABEL_EN, LABEL_ZH, STATE, ATTEMPTS)"
                        + " VALUES (?, ?, ?, ?, ?, 'WAITING', 0)",
                statement -> {
                    statement.setLong(1, erasure);
                    statement.setString(2, source.name());
                    statement.setInt(3, source.ordinal());
                    statement.setString(4, source.label().en());
                    statement.setString(5, source.label().zh());
                });
    }

    void done(long erasure, String source, Erased did, Instant at) {
        jdbc.update(
                "UPDATE CRM_PRIVACY_PART SET STATE = 'DONE', ATTEMPTS = ATTEMPTS + 1, DONE_AT = ?, PROBLEM = NULL, DID = ?"
                        + " WHERE ERASURE_ID = ? AND SOURCE = ?",
                statement -> {
                    Rows.setInstant(statement, 1, at);
                    statement.setString(2, Stored.tree(did).toString());
                    statement.setLong(3, erasure);
                    statement.setString(4, source);
                });
    }

    void state(long erasure, String source, Erasure.PartState state) {
        jdbc.update("UPDATE CRM_PRIVACY_PART SET STATE = ? WHERE ERASURE_ID = ? AND SOURCE = ?", statement -> {
            statement.setString(1, state.name());
            statement.setLong(2, erasure);
            statement.setString(3, source);
        });
    }

    void failed(long erasure, String source, String problem) {
        jdbc.update(
                "UPDATE CRM_PRIVACY_PART SET STATE = 'RETRYING', ATTEMPTS = ATTEMPTS + 1, PROBLEM = ?"
                        + " WHERE ERASURE_ID = ? AND SOURCE = ?",
                statement -> {
                    statement.setString(1, problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)));
                    statement.setLong(2, erasure);
                    statement.setString(3, source);
                });
    }

    /** Nobody waits for the source any more. */
    void skip(String source) {
        jdbc.update(
                "UPDATE CRM_PRIVACY_PART SET STATE = 'SKIPPED' WHERE SOURCE = ? AND STATE <> 'DONE'",
                statement -> statement.setString(1, source));
    }

    private static Erasure bare(ResultSet row) throws SQLException {
        return new Erasure(
                row.getLong("ID"),
                new Subject(row.getString("SUBJECT_TYPE"), row.getLong("SUBJECT_ID")),
                Erasure.State.valueOf(row.getString("STATE")),
                row.getString("REASON"),
                Rows.instant(row, "ASKED_AT"),
                row.getString("ASKED_BY"),
                Rows.optionalInstant(row, "FINISHED_AT"),
                Rows.optionalText(row, "HASH"),
                List.of());
    }

    private List<Erasure> whole(List<Erasure> bare) {
        Map<Long, List<Ordered>> parts = new HashMap<>();
        jdbc.with(connection -> {
            KeyQuery.visit(connection, PARTS, bare.stream().map(Erasure::id).toList(), row -> parts.computeIfAbsent(
                            row.getLong("ERASURE_ID"), id -> new ArrayList<>())
                    .add(new Ordered(row.getInt("ORDINAL"), part(row))));
            return 0;
        });
        return bare.stream()
                .map(erasure -> with(erasure, parts.getOrDefault(erasure.id(), List.of())))
                .toList();
    }

    private static Erasure with(Erasure bare, List<Ordered> parts) {
        return new Erasure(
                bare.id(),
                bare.subject(),
                bare.state(),
                bare.reason(),
                bare.askedAt(),
                bare.askedBy(),
                bare.finishedAt(),
                bare.hash(),
                parts.stream().sorted().map(Ordered::part).toList());
    }

    private static Erasure.Part part(ResultSet row) throws SQLException {
        return new Erasure.Part(
                row.getString("SOURCE"),
                new Text(row.getString("LABEL_EN"), row.getString("LABEL_ZH")),
                Erasure.PartState.valueOf(row.getString("STATE")),
                row.getInt("ATTEMPTS"),
                Rows.optionalInstant(row, "DONE_AT"),
                Rows.optionalText(row, "PROBLEM"),
                Rows.optionalText(row, "DID").map(Stored::erased).orElse(Erased.NOTHING));
    }

    private record Ordered(int ordinal, Erasure.Part part) implements Comparable<Ordered> {

        @Override
        public int compareTo(Ordered other) {
            int stages = Integer.compare(ordinal, other.ordinal);
            return stages != 0 ? stages : part.source().compareTo(other.part.source());
        }
    }
}
