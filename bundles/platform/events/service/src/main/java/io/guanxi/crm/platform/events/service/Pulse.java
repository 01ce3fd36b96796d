package io.guanxi.crm.platform.events.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One clock for all subscribers: every second it looks for what other nodes have left (events, freed leases, wishes of an
 * operator), and prolongs the leases of this node.
 */
final class Pulse extends Worker {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int RENEWALS = 3;

    private final Stores stores;
    private final Collection<Delivery> deliveries;
    private final Numbering numbering;
    private final Duration lease;
    private Instant renewed = Instant.EPOCH;

    Pulse(Stores stores, Collection<Delivery> deliveries, Numbering numbering, Duration lease) {
        super("crm-events-pulse");
        this.stores = stores;
        this.deliveries = deliveries;
        this.numbering = numbering;
        this.lease = lease;
    }

    @Override
    Duration work() {
        numbering.wake();
        if (!deliveries.isEmpty()) {
            Instant now = stores.clock().instant();
            if (!now.isBefore(renewed.plus(lease.dividedBy(RENEWALS)))) {
                stores.positions()
                        .renew(deliveries.stream().map(Delivery::holder).toList(), now, now.plus(lease));
                renewed = now;
            }
            look(now);
        }
        return PERIOD;
    }

    private void look(Instant now) {
        long head = stores.feed().head();
        Map<String, Position> rows =
                stores.positions().list().stream().collect(Collectors.toMap(Position::name, Function.identity()));
        for (Delivery delivery : deliveries) {
            Position row = rows.get(delivery.name());
            if (row == null) {
                delivery.wake(); // it is entered by its own thread
            } else {
                delivery.see(row, head, now);
            }
        }
    }
}
