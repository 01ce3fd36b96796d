package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.OpenSession;
import java.time.Instant;
import java.util.Optional;

/**
 * A session on the wire.
 *
 * @param lastUsedAt exact to a minute
 * @param address where the session was opened, the proxy's where there is one
 * @param agent what the browser said it was then
 * @param current the session of this very request
 */
public record SessionView(
        String id,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        Optional<String> address,
        Optional<String> agent,
        boolean current) {

    static SessionView of(OpenSession session) {
        return new SessionView(
                session.id(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                text(session.from().address()),
                text(session.from().agent()),
                session.current());
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
