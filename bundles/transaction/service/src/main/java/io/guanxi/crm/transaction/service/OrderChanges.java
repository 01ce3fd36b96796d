package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.fields.values.HistoryValues;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChanges;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import java.util.LinkedHashMap;
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
