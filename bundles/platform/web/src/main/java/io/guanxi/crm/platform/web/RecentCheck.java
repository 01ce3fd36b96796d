package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** One check of the trail at a time, since it reads all of it; who asks again at once is given the same. */
final class RecentCheck {

    private static final Duration RECENT = Duration.ofSeconds(10);

    private final Clock clock;
    private Optional<Verification> last = Optional.empty();
    private Instant ended = Instant.EPOCH;

    RecentCheck(Clock clock) {
        this.clock = clock;
    }

    synchronized Verification get(Supplier<Verification> check) {
        if (last.isEmpty() || ended.plus(RECENT).isBefore(clock.instant())) {
            last = Optional.of(check.get());
            ended = clock.instant();
        }
        return last.get();
    }
}
