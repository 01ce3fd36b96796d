package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Which orders a list shows, newest first; {@code limit} at least 1. */
public record OrderQuery(
        Optional<CustomerId> customer, Optional<OrderStatus> status, Optional<Position> after, int limit) {

    /** Where the page before ended. */
    public record Position(Instant orderedAt, long id) {}
}
