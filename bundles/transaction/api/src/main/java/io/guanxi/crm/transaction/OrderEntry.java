package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** An order as a list shows it, without its lines. */
public record OrderEntry(
        OrderId id,
        String number,
        Optional<String> externalId,
        CustomerId customer,
        Instant orderedAt,
        OrderStatus status,
        Money total) {}
