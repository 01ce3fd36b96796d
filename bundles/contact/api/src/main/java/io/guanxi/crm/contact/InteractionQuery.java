package io.guanxi.crm.contact;

import io.guanxi.crm.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Which contacts a list shows, newest first; {@code limit} at least 1. */
public record InteractionQuery(Optional<CustomerId> customer, Optional<Position> after, int limit) {

    /** Where the page before ended. */
    public record Position(Instant at, long id) {}
}
