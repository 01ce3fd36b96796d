package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.OpenSession;
import io.guanxi.crm.platform.security.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions; of a token only its hash. */
final class SessionTable {

    /** What a session shows of its hash: enough to tell it from others, too little to find the token by. */
    private static final int ID_LENGTH = 16;

    /** What is stored of a session. */
    record Stored(String hash, long user, Instant createdAt, Instant lastUsedAt, Instant expiresAt, Origin from) {

        OpenSession shownTo(Optional<String> current) {
            return new OpenSession(
                    hash.substring(0, ID_LENGTH),
                    createdAt,
                    lastUsedAt,
                    expiresAt,
                    from,
                    current.filter(hash::equals).isPresent());
        }
    }

    private final Jdbc jdbc;

    SessionTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Stored session) {
        jdbc.update(
                "INSERT INTO CRM_SECURITY_SESSION (TOKEN_HASH, USER_ID, CREATED_AT, LAST_USED_AT, EXPIRES_AT, ADDRESS,"
                        + " AGENT) VALUES (?, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setString(1, session.hash());
                    s.setLong(2, session.user());
                    Rows.setInstant(s, 3, session.createdAt());
                    Rows.setInstant(s, 4, session.lastUsedAt());
                    Rows.setInstant(s, 5, session.expiresAt());
                    s.setString(6, session.from().address());
                    s.setString(7, session.from().agent());
                });
    }

    Optional<Stored> find(String hash) {
        return jdbc.first(
                "SELECT * FROM CRM_SECURITY_SESSION WHERE TOKEN_HASH = ?",
                s -> s.setString(1, hash),
                SessionTable::row);
    }

    /** The newest first. */
    List<Stored> of(long user, Instant now) {
        return jdbc.list(
                "SELECT * FROM CRM_SECURITY_SESSION WHERE USER_ID = ? AND EXPIRES_AT > ?"
                        + " ORDER BY CREATED_AT DESC, TOKEN_HASH",
                s -> {
                    s.setLong(1, user);
                    Rows.setInstant(s, 2, now);
                },
                SessionTable::row);
    }

    void use(String hash, Instant now, Instant expiresAt) {
        jdbc.update("UPDATE CRM_SECURITY_SESSION SET LAST_USED_AT = ?, EXPIRES_AT = ? WHERE TOKEN_HASH = ?", s -> {
            Rows.setInstant(s, 1, now);
            Rows.setInstant(s, 2, expiresAt);
            s.setString(3, hash);
        });
    }

    void delete(String hash) {
        jdbc.update("DELETE FROM CRM_SECURITY_SESSION WHERE TOKEN_HASH = ?", s -> s.setString(1, hash));
    }

    void deleteExpired(Instant now) {
        jdbc.update("DELETE FROM CRM_SECURITY_SESSION WHERE EXPIRES_AT < ?", s -> Rows.setInstant(s, 1, now));
    }

    /** All of the user's but one. */
    void deleteOthers(long user, String stays) {
        jdbc.update("DELETE FROM CRM_SECURITY_SESSION WHERE USER_ID = ? AND TOKEN_HASH <> ?", s -> {
            s.setLong(1, user);
            s.setString(2, stays);
        });
    }

    private static Stored row(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("TOKEN_HASH"),
                row.getLong("USER_ID"),
                Rows.instant(row, "CREATED_AT"),
                Rows.instant(row, "LAST_USED_AT"),
                Rows.instant(row, "EXPIRES_AT"),
                new Origin(
                        Rows.optionalText(row, "ADDRESS").orElse(""),
                        Rows.optionalText(row, "AGENT").orElse("")));
    }
}
