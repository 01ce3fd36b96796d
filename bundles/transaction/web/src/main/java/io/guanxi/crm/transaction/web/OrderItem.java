package io.guanxi.crm.transaction.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.http.CustomJson;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.MoneyView;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An order in a list, without its lines. */
public record OrderItem(
        String id,
        String number,
        Optional<String> externalId,
        String customerId,
        Optional<String> customerName,
        Instant orderedAt,
        String currency,
        OrderStatus status,
        MoneyView total,
        Map<String, JsonNode> custom) {

    static OrderItem of(OrderEntry entry, Map<CustomerId, String> names) {
        return new OrderItem(
                Ids.toText(entry.id().value()),
                entry.number(),
                entry.externalId(),
                entry.customer().toString(),
                Optional.ofNullable(names.get(entry.customer())),
                entry.orderedAt(),
                entry.total().currency().getCurrencyCode(),
                entry.status(),
                OrderView.money(entry.total()),
                CustomJson.write(entry.custom()));
    }
}
