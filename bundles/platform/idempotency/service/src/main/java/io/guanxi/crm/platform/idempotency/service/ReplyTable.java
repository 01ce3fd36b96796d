package io.guanxi.crm.platform.idempotency.service;

import io.guanxi.crm.platform.idempotency.Reply;
import io.guanxi.crm.platform.idempotency.RequestKey;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The replies as rows. */
final class ReplyTable {

    static final String KEY = "CRM_IDEMPOTENCY_REPLY_PK";

    private static final String FIND =
            "SELECT FINGERPRINT, STATUS, CONTENT_TYPE, LOCATION, ETAG, BODY, CREATED_AT FROM "
                    + KeyQuery.table("CRM_IDEMPOTENCY_REPLY", KEY) + " WHERE CALLER = ? AND REQUEST_KEY = ?";
    private static final String INSERT = "INSERT INTO CRM_IDEMPOTENCY_REPLY (CALLER, REQUEST_KEY, FINGERPRINT, STATUS,"
            + " CONTENT_TYPE, LOCATION, ETAG, BODY, CREATED_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FORGET =
            "DELETE FROM CRM_IDEMPOTENCY_REPLY WHERE CALLER = ? AND REQUEST_KEY = ? AND CREATED_AT = ?";
    private static final String OLDEST = "SELECT MIN(CREATED_AT) FROM CRM_IDEMPOTENCY_REPLY";
    private static final String PURGE = "DELETE FROM CRM_IDEMPOTENCY_REPLY WHERE CREATED_AT < ?";
    private static final Duration PORTION = Duration.ofMinutes(1);

    private final Jdbc jdbc;

    ReplyTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** A reply and when it was kept. */
    record Kept(Reply reply, Instant at) {}

    Optional<Kept> find(RequestKey key) {
        return jdbc.first(FIND, s -> bind(s, key), ReplyTable::kept);
    }

    void insert(RequestKey key, Reply reply, Instant now) {
        jdbc.update(INSERT, s -> {
            bind(s, key);
            s.setString(3, reply.fingerprint());
            s.setInt(4, reply.status());
            Rows.setText(s, 5, reply.contentType());
            Rows.setText(s, 6, reply.location());
            Rows.setText(s, 7, reply.eTag());
            s.setBytes(8, reply.body());
            Rows.setInstant(s, 9, now);
        });
    }

    void forget(RequestKey key, Instant at) {
        jdbc.update(FORGET, s -> {
            bind(s, key);
            Rows.setInstant(s, 3, at);
        });
    }

    /** Deletes what was kept before, in transactions of a minute's rows each; how many there were. */
    int purge(Instant before) {
        int purged = 0;
        Optional<Instant> oldest = oldest();
        while (oldest.isPresent() && oldest.get().isBefore(before)) {
            Instant end = oldest.get().plus(PORTION);
            Instant until = end.isBefore(before) ? end : before;
            purged += jdbc.update(PURGE, s -> Rows.setInstant(s, 1, until));
            oldest = oldest();
        }
        return purged;
    }

    private Optional<Instant> oldest() {
        return jdbc.first(OLDEST, Jdbc.NONE, row -> {
                    long at = row.getLong(1);
                    return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(at));
                })
                .flatMap(at -> at);
    }

    static boolean isTaken(SqlFailedException e) {
        return UniqueViolation.of(e, KEY);
    }

    private static void bind(PreparedStatement statement, RequestKey key) throws SQLException {
        statement.setString(1, key.caller());
        statement.setString(2, key.text());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Reply(
                        row.getString("FINGERPRINT"),
                        row.getInt("STATUS"),
                        Rows.optionalText(row, "CONTENT_TYPE"),
                        Rows.optionalText(row, "LOCATION"),
                        Rows.optionalText(row, "ETAG"),
                        row.getBytes("BODY")),
                Rows.instant(row, "CREATED_AT"));
    }
}
