package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one subscriber every event in order. Its position moves on only when the subscriber has taken them or they lie
 * with the dead letters, and by whoever holds the lease.
 */
final class Delivery extends Worker {

    static final String WAITS = "waits behind an earlier event of its record";

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 500;

    private final Stores stores;
    private final Handing handing;
    private final String name;
    private final EventsConfig.Rules rules;
    private final Lease lease;
    private volatile boolean mayBeFree = true;

    Delivery(Stores stores, EventSubscriber subscriber, String name, String node, EventsConfig.Rules rules) {
        super("crm-events-" + name);
        this.stores = stores;
        this.name = name;
        this.rules = rules;
        this.lease = new Lease(stores.positions(), name, node, rules.lease());
        this.handing = new Handing(subscriber, name);
    }

    String name() {
        return name;
    }

    String holder() {
        return lease.holder();
    }

    /** Looks at the subscriber's row as it is now and wakes up where there is something to do. */
    void see(Position row, long head, Instant now) {
        lease.see(row);
        boolean mine = lease.isHeldAt(now);
        boolean due = row.retryAt().filter(now::isBefore).isEmpty();
        boolean work = row.replay() || (due && head > row.sequence());
        mayBeFree = !mine && !row.isHeldAt(now);
        if (mine ? !row.paused() && work : mayBeFree) {
            wake();
        }
    }

    @Override
    Duration work() {
        Instant now = stores.clock().instant();
        boolean fresh = !lease.isHeldAt(now);
        if (fresh && !takeOver(now)) {
            return FOREVER; // whoever looks at all rows every second wakes us when it is free
        }
        try {
            return serve(stores.positions().find(name).orElseThrow(), fresh, now);
        } catch (LeaseLostException e) {
            LOG.info("{} is served by another node", name);
            lease.drop();
            return FOREVER;
        }
    }

    private boolean takeOver(Instant now) {
        if (!mayBeFree) {
            return false;
        }
        mayBeFree = false;
        stores.positions().enter(name, now);
        boolean acquired = lease.acquire(now);
        if (acquired) {
            LOG.info("{} is served here", name);
        }
        return acquired;
    }

    private Duration serve(Position row, boolean fresh, Instant now) {
        if (row.paused()) {
            return FOREVER;
        }
        if (row.replay() || fresh) {
            new Replay(stores, handing, name, this::isStopped).run();
        }
        if (row.retryAt().filter(now::isBefore).isPresent()) {
            return Duration.between(now, row.retryAt().get());
        }
        List<Event> batch = stores.feed().after(row.sequence(), BATCH);
        if (batch.isEmpty()) {
            return FOREVER;
        }
        deliver(batch, row.attempts());
        return Duration.ZERO;
    }

    private void deliver(List<Event> batch, int attempts) {
        Set<RecordKey> dead = stores.letters().records(name);
        List<Event> live = new ArrayList<>();
        List<Event> waiting = new ArrayList<>();
        batch.forEach(event -> (dead.contains(RecordKey.of(event)) ? waiting : live).add(event));
        if (!waiting.isEmpty() && isFull()) {
            failed(attempts + 1, "too many dead letters");
            return;
        }
        try {
            handing.hand(live);
        } catch (RuntimeException | Error e) {
            refused(batch, dead, attempts + 1, e);
            return;
        }
        layAside(waiting, 0, WAITS, batch.get(batch.size() - 1));
    }

    private void refused(List<Event> batch, Set<RecordKey> dead, int attempts, Throwable failure) {
        if (isStopped()) {
            return; // it was interrupted, which says nothing about the events
        }
        if (attempts < rules.attempts() || isFull()) {
            LOG.warn("{} failed {} times in a row", name, attempts, failure);
            failed(attempts, Failure.text(failure));
        } else {
            oneByOne(batch, dead, attempts + 1);
        }
    }

    private void failed(int attempts, String error) {
        Instant retryAt = stores.clock().instant().plus(Backoff.after(attempts, rules.firstPause()));
        stores.positions().failed(name, lease.holder(), attempts, error, retryAt);
    }

    private void oneByOne(List<Event> batch, Set<RecordKey> dead, int attempts) {
        for (Event event : batch) {
            boolean waits = dead.contains(RecordKey.of(event));
            Optional<String> error = waits ? Optional.of(WAITS) : handAlone(event);
            if (error.isEmpty()) {
                layAside(List.of(), 0, "", event);
            } else if (isStopped()) {
                return;
            } else if (isFull()) {
                failed(attempts, error.get());
                return;
            } else {
                layAside(List.of(event), waits ? 0 : attempts, error.get(), event);
                dead.add(RecordKey.of(event));
            }
        }
    }

    /** What the subscriber threw, if it did. */
    private Optional<String> handAlone(Event event) {
        try {
            handing.hand(List.of(event));
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            LOG.error("{} can't take event {}", name, event.sequence(), e);
            return Optional.of(Failure.text(e));
        }
    }

    /** In one transaction: what waits is stored and the position is behind the last event. */
    private void layAside(List<Event> letters, int attempts, String error, Event last) {
        stores.transactions().callAlone(() -> {
            if (!letters.isEmpty()) {
                stores.letters()
                        .add(name, letters, attempts, error, stores.clock().instant());
            }
            stores.positions().move(name, lease.holder(), last.sequence());
            return 0;
        });
    }

    private boolean isFull() {
        return stores.letters().count(name) >= rules.deadLetters();
    }

    @Override
    void end() {
        lease.release();
    }
}
