package io.guanxi.crm.platform.events.service;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The right to serve one subscriber, which one delivery has at a time among all nodes. */
final class Lease {

    private final Positions positions;
    private final String name;
    private final String holder;
    private final Duration length;
    private volatile Instant until = Instant.MIN;

    Lease(Positions positions, String name, String node, Duration length) {
        this.positions = positions;
        this.name = name;
        this.holder = node + "/" + UUID.randomUUID().toString().substring(0, 8);
        this.length = length;
    }

    String holder() {
        return holder;
    }

    boolean isHeldAt(Instant now) {
        return until.isAfter(now);
    }

    /** Takes it where it is free; true where it is held now. */
    boolean acquire(Instant now) {
        boolean acquired = positions.acquire(name, holder, now, now.plus(length));
        until = acquired ? now.plus(length) : Instant.MIN;
        return acquired;
    }

    /** Learns from the row whether it was prolonged or lost. */
    void see(Position row) {
        until = row.holder().filter(holder::equals).isPresent() ? row.leaseUntil() : Instant.MIN;
    }

    void drop() {
        until = Instant.MIN;
    }

    void release() {
        drop();
        positions.release(holder);
    }
}
