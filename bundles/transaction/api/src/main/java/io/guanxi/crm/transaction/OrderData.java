package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What users enter about an order; {@code number} is given by the ledger where absent, both keys are unique. */
public record OrderData(
        Optional<String> number,
        Optional<String> externalId,
        CustomerId customer,
        Instant orderedAt,
        Currency currency,
        OrderStatus status,
        List<OrderLine> lines) {

    public OrderData {
        lines = List.copyOf(lines);
    }

    /** The same data under this number. */
    public OrderData withNumber(String newNumber) {
        return new OrderData(Optional.of(newNumber), externalId, customer, orderedAt, currency, status, lines);
    }
}
