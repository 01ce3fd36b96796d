package io.guanxi.crm.platform.events.service;

import java.time.Duration;

/** How long to wait after so many failures in a row: a second at first, twice as long each time, a minute at most. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLED_AT_MOST = 6;

    private Backoff() {}

    /** @param attempts 1 or more */
    static Duration after(int attempts, Duration first) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLED_AT_MOST));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
