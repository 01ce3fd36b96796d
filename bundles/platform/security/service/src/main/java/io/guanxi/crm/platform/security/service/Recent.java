package io.guanxi.crm.platform.security.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Values read from the database, kept for two seconds: a burst of requests asks once. A change made on this node is seen at
 * once, one made on another when the two seconds are over.
 */
final class Recent<T> {

    private static final Duration LIFE = Duration.ofSeconds(2);
    private static final int SIZE = 10_000;

    private final Clock clock;
    private final Edition edition;
    private final ConcurrentMap<String, Entry<T>> entries = new ConcurrentHashMap<>();

    private record Entry<T>(Optional<T> value, Instant until, long edition) {}

    Recent(Clock clock, Edition edition) {
        this.clock = clock;
        this.edition = edition;
    }

    Optional<T> get(String key, Function<String, Optional<T>> read) {
        Instant now = clock.instant();
        // Asked for before the value is read: a change in between makes it old.
        long current = edition.number();
        Entry<T> known = entries.get(key);
        if (known != null && known.edition() == current && now.isBefore(known.until())) {
            return known.value();
        }
        Optional<T> value = read.apply(key);
        if (entries.size() >= SIZE) {
            entries.clear();
        }
        if (value.isPresent()) {
            entries.put(key, new Entry<>(value, now.plus(LIFE), current));
        } else {
            entries.remove(key);
        }
        return value;
    }

    void forget(String key) {
        entries.remove(key);
    }
}
