package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Sessions in the database, so that they survive restarts; only the hash of a token is stored. */
@Component(service = Sessions.class, configurationPid = "io.guanxi.crm.sessions")
@Designate(ocd = SessionConfig.class)
public class Sessions {

    private static final Duration EXTENSION_STEP = Duration.ofMinutes(10);

    private final Jdbc jdbc;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final LoginTable logins;
    private final Recent<Row> recent;

    /** What is stored of a session. */
    record Row(Caller caller, Instant createdAt, Instant expiresAt) {}

    @Activate
    public Sessions(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Edition edition,
            SessionConfig config) {
        this(
                new Jdbc(dataSource),
                edition,
                Clock.systemUTC(),
                Duration.ofHours(config.idleHours()),
                Duration.ofHours(config.longestHours()));
    }

    Sessions(Jdbc jdbc, Edition edition, Clock clock, Duration idle, Duration longest) {
        this.jdbc = jdbc;
        this.logins = new LoginTable(jdbc);
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
        this.recent = new Recent<>(clock, edition);
    }

    Session open(Login user) {
        Instant now = clock.instant();
        jdbc.update("DELETE FROM CRM_SECURITY_SESSION WHERE EXPIRES_AT < ?", s -> Rows.setInstant(s, 1, now));
        String token = RandomText.token();
        Instant expiresAt = now.plus(idle);
        jdbc.update(
                "INSERT INTO CRM_SECURITY_SESSION (TOKEN_HASH, USER_ID, CREATED_AT, EXPIRES_AT) VALUES (?, ?, ?, ?)",
                s -> {
                    s.setString(1, hash(token));
                    s.setLong(2, user.id());
                    Rows.setInstant(s, 3, now);
                    Rows.setInstant(s, 4, expiresAt);
                });
        return session(token, user.toCaller(), expiresAt);
    }

    Optional<Session> find(String token) {
        String hash = hash(token);
        Instant now = clock.instant();
        return recent.get(hash, this::read)
                .filter(row -> now.isBefore(row.expiresAt()))
                .map(row -> session(token, row.caller(), extended(hash, row, now)));
    }

    void close(String token) {
        String hash = hash(token);
        jdbc.update("DELETE FROM CRM_SECURITY_SESSION WHERE TOKEN_HASH = ?", s -> s.setString(1, hash));
        recent.forget(hash);
    }

    /** Within a change that is seen at once. */
    void closeAll(long user) {
        jdbc.update("DELETE FROM CRM_SECURITY_SESSION WHERE USER_ID = ?", s -> s.setLong(1, user));
    }

    private Optional<Row> read(String hash) {
        return jdbc.first(
                        "SELECT USER_ID, CREATED_AT, EXPIRES_AT FROM CRM_SECURITY_SESSION WHERE TOKEN_HASH = ?",
                        s -> s.setString(1, hash),
                        Stored::of)
                .flatMap(stored -> logins.find(stored.user())
                        .filter(Login::enabled)
                        .map(login -> new Row(login.toCaller(), stored.createdAt(), stored.expiresAt())));
    }

    private record Stored(long user, Instant createdAt, Instant expiresAt) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getLong("USER_ID"), Rows.instant(row, "CREATED_AT"), Rows.instant(row, "EXPIRES_AT"));
        }
    }

    // Written once in a while, not with every request.
    private Instant extended(String hash, Row row, Instant now) {
        Instant end = row.createdAt().plus(longest);
        Instant wanted = now.plus(idle).isBefore(end) ? now.plus(idle) : end;
        if (Duration.between(row.expiresAt(), wanted).compareTo(EXTENSION_STEP) < 0) {
            return row.expiresAt();
        }
        jdbc.update("UPDATE CRM_SECURITY_SESSION SET EXPIRES_AT = ? WHERE TOKEN_HASH = ?", s -> {
            Rows.setInstant(s, 1, wanted);
            s.setString(2, hash);
        });
        recent.forget(hash);
        return wanted;
    }

    private static Session session(String token, Caller caller, Instant expiresAt) {
        // Derived, so that it needs no column; a one-way hash, so that it doesn't tell the token.
        return new Session(token, hash("csrf:" + token), caller, expiresAt);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
