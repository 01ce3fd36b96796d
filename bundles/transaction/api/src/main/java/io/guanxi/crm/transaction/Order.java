package io.guanxi.crm.transaction;

import io.guanxi.crm.platform.fields.CustomValues;
import java.time.Instant;
import java.util.List;

/**
 * An order as it stood when it was read; {@code data.number} is always present.
 *
 * @param total sum of the lines, each rounded half up to the currency's minor unit
 */
public record Order(
        OrderId id,
        long version,
        OrderData data,
        Money total,
        List<Delivery> deliveries,
        List<Payment> payments,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** The same order with these values in custom fields. */
    public Order with(CustomValues custom) {
        return new Order(
                id,
                version,
                data.with(custom),
                total,
                deliveries,
                payments,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy);
    }
}
