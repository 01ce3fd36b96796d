package io.guanxi.crm.platform.security.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Values read from the database, kept for two seconds: a burst of requests asks once. */
final class Recent<T> {

    private static final Duration LIFE = Duration.ofSeconds(2);
    private static final int SIZE = 10_000;

    private final Clock clock;
    private final ConcurrentMap<String, Entry<T>> entries = new ConcurrentHashMap<>();

    private record Entry<T>(Optional<T> value, Instant until) {}

    Recent(Clock clock) {
        this.clock = clock;
    }

    Optional<T> get(String key, Function<String, Optional<T>> read) {
        Instant now = clock.instant();
        Entry<T> known = entries.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        Optional<T> value = read.apply(key);
        if (entries.size() >= SIZE) {
            entries.clear();
        }
        if (value.isPresent()) {
            entries.put(key, new Entry<>(value, now.plus(LIFE)));
        } else {
            entries.remove(key);
        }
        return value;
    }

    void forget(String key) {
        entries.remove(key);
    }

    void forgetAll() {
        entries.clear();
    }
}
