package io.guanxi.crm.transaction.service;

import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.util.Optional;

/** What one confirmed order adds to its customer's facts; {@code orderedAt} in milliseconds. */
record Sale(FactsKey key, long orderedAt, BigDecimal total) {

    /** Empty for an order that is not confirmed. */
    static Optional<Sale> of(OrderData data) {
        if (data.status() != OrderStatus.CONFIRMED) {
            return Optional.empty();
        }
        return Optional.of(new Sale(
                new FactsKey(data.customer().value(), data.currency().getCurrencyCode()),
                data.orderedAt().toEpochMilli(),
                OrderTotals.total(data.lines(), data.currency()).amount()));
    }
}
