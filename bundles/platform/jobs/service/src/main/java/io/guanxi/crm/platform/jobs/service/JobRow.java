package io.guanxi.crm.platform.jobs.service;

import java.time.Instant;
import java.util.Optional;

/** A job's row. */
record JobRow(
        String name,
        String schedule,
        Optional<Instant> nextRunAt,
        boolean wanted,
        boolean cancelled,
        Optional<String> holder,
        Instant leaseUntil) {

    boolean isHeldAt(Instant now) {
        return holder.isPresent() && leaseUntil.isAfter(now);
    }

    boolean isDueAt(Instant now) {
        return wanted || nextRunAt.filter(at -> !at.isAfter(now)).isPresent();
    }
}
