package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.OpenSession;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final Duration USE_STEP = Duration.ofMinutes(1);

    private final SessionTable table;
    private final LoginTable logins;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final Recent<Known> recent;

    /** A stored session and who it belongs to. */
    private record Known(Caller caller, SessionTable.Stored stored) {}

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
        this.table = new SessionTable(jdbc);
        this.logins = new LoginTable(jdbc);
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
        this.recent = new Recent<>(clock, edition);
    }

    Session open(Login user, Origin from) {
        Instant now = clock.instant();
        table.deleteExpired(now);
        String token = RandomText.token();
        Instant expiresAt = now.plus(idle);
        table.insert(new SessionTable.Stored(Tokens.hash(token), user.id(), now, now, expiresAt, from));
        return session(token, user.toCaller(), expiresAt);
    }

    Optional<Session> find(String token) {
        String hash = Tokens.hash(token);
        Instant now = clock.instant();
        return recent.get(hash, this::read)
                .filter(known -> now.isBefore(known.stored().expiresAt()))
                .map(known -> session(token, known.caller(), used(known.stored(), now)));
    }

    /** The newest first. */
    List<OpenSession> of(long user, Optional<String> token) {
        Optional<String> current = token.map(Tokens::hash);
        return table.of(user, clock.instant()).stream()
                .map(session -> session.shownTo(current))
                .toList();
    }

    void close(String token) {
        closeByHash(Tokens.hash(token));
    }

    /** False where the user has no such session; within a change that is seen at once. */
    boolean close(long user, String id) {
        Optional<SessionTable.Stored> session = table.of(user, clock.instant()).stream()
                .filter(stored -> stored.shownTo(Optional.empty()).id().equals(id))
                .findFirst();
        session.ifPresent(stored -> closeByHash(stored.hash()));
        return session.isPresent();
    }

    private void closeByHash(String hash) {
        table.delete(hash);
        recent.forget(hash);
    }

    /** Within a change that is seen at once. */
    void closeAll(long user) {
        table.deleteOthers(user, "");
    }

    /** Within a change that is seen at once. */
    void closeOthers(long user, Optional<String> token) {
        table.deleteOthers(user, token.map(Tokens::hash).orElse(""));
    }

    private Optional<Known> read(String hash) {
        return table.find(hash).flatMap(stored -> logins.find(stored.user())
                .filter(Login::enabled)
                .map(login -> new Known(login.toCaller(), stored)));
    }

    // Written once in a while, not with every request.
    private Instant used(SessionTable.Stored session, Instant now) {
        if (Duration.between(session.lastUsedAt(), now).compareTo(USE_STEP) < 0) {
            return session.expiresAt();
        }
        Instant end = session.createdAt().plus(longest);
        Instant wanted = now.plus(idle).isBefore(end) ? now.plus(idle) : end;
        table.use(session.hash(), now, wanted);
        recent.forget(session.hash());
        return wanted;
    }

    private static Session session(String token, Caller caller, Instant expiresAt) {
        // Derived, so that it needs no column; a one-way hash, so that it doesn't tell the token.
        return new Session(token, Tokens.hash("csrf:" + token), caller, expiresAt);
    }
}
