package io.guanxi.crm.transaction;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.CustomValues;
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
        Money total,
        CustomValues custom) {

    /** The same entry with these values in custom fields. */
    public OrderEntry with(CustomValues values) {
        return new OrderEntry(id, number, externalId, customer, orderedAt, status, total, values);
    }
}
