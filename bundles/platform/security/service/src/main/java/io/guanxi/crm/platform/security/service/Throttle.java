package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.TooManyRequestsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after five failures a name has to wait, twice as long after each further one; and many failures
 * over all names make everybody wait who has yet to sign in. Names nobody has are treated like any other.
 */
final class Throttle {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FAILURES_IN_WINDOW = 300;
    private static final int NAMES = 10_000;

    private final Clock clock;
    private final Map<String, Tries> byName = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > NAMES;
        }
    };
    private Instant windowEnd = Instant.MIN;
    private int failuresInWindow;

    private record Tries(int failures, Instant notBefore) {}

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets an attempt pass and counts it as failed until {@link #succeeded} says otherwise, so that many at once don't
     * slip through together.
     */
    synchronized void attempt(String name) {
        Instant now = clock.instant();
        if (now.isBefore(windowEnd) && failuresInWindow >= FAILURES_IN_WINDOW) {
            throw new TooManyRequestsException(Duration.between(now, windowEnd));
        }
        Tries tries = byName.getOrDefault(name, new Tries(0, Instant.MIN));
        if (now.isBefore(tries.notBefore())) {
            throw new TooManyRequestsException(Duration.between(now, tries.notBefore()));
        }
        int failures = tries.failures() + 1;
        byName.put(name, new Tries(failures, failures < FREE ? Instant.MIN : now.plus(pause(failures))));
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(WINDOW);
            failuresInWindow = 0;
        }
        failuresInWindow++;
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
        failuresInWindow = Math.max(0, failuresInWindow - 1);
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - FREE, 20));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
