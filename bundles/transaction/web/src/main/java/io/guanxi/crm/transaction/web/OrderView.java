package io.guanxi.crm.transaction.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.platform.http.CustomJson;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order on the wire.
 *
 * @param paid what came in for it so far
 */
public record OrderView(
        String id,
        long version,
        Optional<String> number,
        Optional<String> externalId,
        String customerId,
        Optional<String> customerName,
        Instant orderedAt,
        String currency,
        OrderStatus status,
        List<LineView> lines,
        Map<String, JsonNode> custom,
        MoneyView total,
        MoneyView paid,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "version", "customerName", "total", "paid", "createdAt", "createdBy", "updatedAt", "updatedBy"
    };

    static OrderView of(Order order, Optional<String> customerName) {
        OrderData data = order.data();
        return new OrderView(
                Ids.toText(order.id().value()),
                order.version(),
                data.number(),
                data.externalId(),
                data.customer().toString(),
                customerName,
                data.orderedAt(),
                data.currency().getCurrencyCode(),
                data.status(),
                LineView.of(order),
                CustomJson.write(data.custom()),
                money(order.total()),
                money(paid(order)),
                order.createdAt(),
                order.createdBy(),
                order.updatedAt(),
                order.updatedBy());
    }

    private static Money paid(Order order) {
        return order.payments().stream()
                .map(payment -> payment.amount())
                .reduce(new Money(BigDecimal.ZERO, order.data().currency()), Money::plus);
    }

    static MoneyView money(Money money) {
        return MoneyView.of(money.amount(), money.currency());
    }
}
