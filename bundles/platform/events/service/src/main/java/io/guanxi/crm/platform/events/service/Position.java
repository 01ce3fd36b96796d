package io.guanxi.crm.platform.events.service;

import java.time.Instant;
import java.util.Optional;

/** A subscriber's row. */
record Position(
        String name,
        long sequence,
        Optional<String> holder,
        Instant leaseUntil,
        Instant seenAt,
        int attempts,
        Optional<Instant> retryAt,
        Optional<String> lastError,
        boolean paused,
        boolean replay) {

    boolean isHeldAt(Instant now) {
        return holder.isPresent() && leaseUntil.isAfter(now);
    }

    /** The node, of a holder that is named {@code node/number}. */
    Optional<String> node() {
        return holder.map(text -> text.substring(0, Math.max(0, text.lastIndexOf('/'))));
    }
}
