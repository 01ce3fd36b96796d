package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.ApiKey;
import io.guanxi.crm.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who calls by an API key. */
final class KeyCallers {

    private static final Duration USE_STEP = Duration.ofMinutes(1);

    private final KeyTable keys;
    private final LoginTable logins;
    private final Clock clock;
    private final Recent<Known> recent;

    private record Known(ApiKey key, Caller caller) {}

    KeyCallers(Jdbc jdbc, Clock clock, Edition edition) {
        this.keys = new KeyTable(jdbc);
        this.logins = new LoginTable(jdbc);
        this.clock = clock;
        this.recent = new Recent<>(clock, edition);
    }

    Optional<Caller> find(String token) {
        String hash = Tokens.hash(token);
        Instant now = clock.instant();
        Optional<Known> known = recent.get(hash, this::read).filter(k -> k.key()
                .data()
                .expiresAt()
                .filter(end -> !now.isBefore(end))
                .isEmpty());
        known.ifPresent(k -> use(hash, k.key(), now));
        return known.map(Known::caller);
    }

    private Optional<Known> read(String hash) {
        return keys.byHash(hash).flatMap(row -> logins.find(row.owner())
                .filter(Login::enabled)
                .map(owner -> new Known(row.key(), caller(row.key(), owner))));
    }

    /** Never more than the owner may today. */
    private static Caller caller(ApiKey key, Login owner) {
        Set<String> roles = key.data().roles().stream()
                .filter(role -> owner.roles().contains(role) || owner.roles().contains(Caller.ADMINISTRATOR))
                .collect(Collectors.toSet());
        return new Caller(
                owner.name() + ":" + key.data().name(),
                roles,
                Optional.of(owner.id()),
                key.data().department().or(owner::department));
    }

    // Written once in a while, not with every request.
    private void use(String hash, ApiKey key, Instant now) {
        boolean justNow = key.lastUsedAt()
                .filter(last -> Duration.between(last, now).compareTo(USE_STEP) < 0)
                .isPresent();
        if (!justNow) {
            keys.use(key.id(), now);
            recent.forget(hash);
        }
    }
}
