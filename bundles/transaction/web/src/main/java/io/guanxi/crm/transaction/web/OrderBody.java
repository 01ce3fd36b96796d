package io.guanxi.crm.transaction.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.http.CustomJson;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be written of an order; a draft where no status is given. */
public record OrderBody(
        Optional<String> number,
        Optional<String> externalId,
        Optional<String> customerId,
        Optional<Instant> orderedAt,
        Optional<String> currency,
        Optional<OrderStatus> status,
        List<LineBody> lines,
        Map<String, JsonNode> custom) {

    static OrderBody of(OrderData data) {
        return new OrderBody(
                data.number(),
                data.externalId(),
                Optional.of(data.customer().toString()),
                Optional.of(data.orderedAt()),
                Optional.of(data.currency().getCurrencyCode()),
                Optional.of(data.status()),
                data.lines().stream().map(LineBody::of).toList(),
                CustomJson.write(data.custom()));
    }

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException naming what is missing or no currency */
    OrderData toData() {
        FieldErrors errors = new FieldErrors();
        OrderData data = new OrderData(
                number,
                externalId,
                new CustomerId(
                        Required.value("customerId", customerId.map(id -> Ids.inField("customerId", id)), 0L, errors)),
                Required.value("orderedAt", orderedAt, Instant.EPOCH, errors),
                Required.currency("currency", currency, errors),
                status.orElse(OrderStatus.DRAFT),
                lines.stream().map(LineBody::toLine).toList(),
                CustomJson.read(custom));
        errors.throwIfAny();
        return data;
    }
}
