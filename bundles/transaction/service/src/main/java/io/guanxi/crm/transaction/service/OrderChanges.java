package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.fields.values.HistoryValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.FieldChanges;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.Payment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the history tells of orders. */
public final class OrderChanges {

    private OrderChanges() {}

    /** A new order. */
    public static Change placed(Order order) {
        return Change.of("order", order.id().value(), ChangeKind.CREATED, order.updatedAt(), order.updatedBy());
    }

    /** An order that was changed. */
    public static Change changed(OrderData before, Order after) {
        return new Change(
                "order",
                after.id().value(),
                ChangeKind.CHANGED,
                after.updatedAt(),
                after.updatedBy(),
                FieldChanges.between(fields(before), fields(after.data())));
    }

    /** Money that came in for an order. */
    public static Change paid(OrderId order, Payment payment, Instant at, String by) {
        return payments(order, at, by, FieldChanges.between(Map.of(), fields(payment)));
    }

    /** A payment that was taken out again. */
    public static Change withdrawn(OrderId order, Payment payment, Instant at, String by) {
        return payments(order, at, by, FieldChanges.between(fields(payment), Map.of()));
    }

    private static Change payments(OrderId order, Instant at, String by, List<FieldChange> fields) {
        return new Change("order", order.value(), ChangeKind.CHANGED, at, by, fields);
    }

    private static Map<String, Object> fields(Payment payment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("payment.at", payment.at());
        fields.put(
                "payment.amount",
                payment.amount().amount().toPlainString() + " "
                        + payment.amount().currency());
        fields.put("payment.method", payment.method());
        fields.put("payment.reference", payment.reference());
        fields.put("payment.note", payment.note());
        fields.put("payment.externalId", payment.externalId());
        return fields;
    }

    private static Map<String, Object> fields(OrderData data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", data.number());
        fields.put("externalId", data.externalId());
        fields.put("customerId", data.customer());
        fields.put("orderedAt", data.orderedAt());
        fields.put("currency", data.currency());
        fields.put("status", data.status());
        fields.put("lines", data.lines());
        HistoryValues.put(fields, data.custom());
        return fields;
    }
}
