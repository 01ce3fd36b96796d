package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.CustomValues;
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
        List<OrderLine> lines,
        CustomValues custom) {

    public OrderData {
        lines = List.copyOf(lines);
    }

    /** Without values in custom fields. */
    public OrderData(
            Optional<String> number,
            Optional<String> externalId,
            CustomerId customer,
            Instant orderedAt,
            Currency currency,
            OrderStatus status,
            List<OrderLine> lines) {
        this(number, externalId, customer, orderedAt, currency, status, lines, CustomValues.NONE);
    }

    /** The same data with these values in custom fields. */
    public OrderData with(CustomValues newCustom) {
        return new OrderData(number, externalId, customer, orderedAt, currency, status, lines, newCustom);
    }

    /** The same data in this status. */
    public OrderData with(OrderStatus newStatus) {
        return new OrderData(number, externalId, customer, orderedAt, currency, newStatus, lines, custom);
    }

    /** The same data under this number. */
    public OrderData withNumber(String newNumber) {
        return new OrderData(Optional.of(newNumber), externalId, customer, orderedAt, currency, status, lines, custom);
    }
}
