package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.transaction.OrderStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** What the rows of an order say of it together: a row that is silent agrees with the others. */
record OrderHead(
        Optional<String> externalId,
        Optional<String> customer,
        Optional<Instant> orderedAt,
        Optional<Currency> currency,
        Optional<OrderStatus> status) {

    static final OrderHead SILENT =
            new OrderHead(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The column in which the row says something else; empty where it agrees. */
    Optional<String> conflict(OrderRow row) {
        if (differ(customer, row.customer())) {
            return Optional.of(OrderColumns.CUSTOMER);
        } else if (differ(orderedAt, row.orderedAt())) {
            return Optional.of(OrderColumns.ORDERED_AT);
        } else if (differ(currency, row.currency())) {
            return Optional.of(OrderColumns.CURRENCY);
        } else if (differ(status, row.status())) {
            return Optional.of(OrderColumns.STATUS);
        } else if (differ(externalId, row.externalId())) {
            return Optional.of(OrderColumns.EXTERNAL_ID);
        }
        return Optional.empty();
    }

    OrderHead and(OrderRow row) {
        return new OrderHead(
                externalId.or(row::externalId),
                customer.or(row::customer),
                orderedAt.or(row::orderedAt),
                currency.or(row::currency),
                status.or(row::status));
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
