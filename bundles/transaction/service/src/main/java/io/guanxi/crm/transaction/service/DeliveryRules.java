package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be delivered of an order. */
final class DeliveryRules {

    private DeliveryRules() {}

    static Delivery clean(Delivery delivery, List<OrderLine> ordered, FieldErrors errors) {
        if (delivery.lines().isEmpty()) {
            errors.add("lines", "required", "A delivery has at least one line.", "发货单至少有一行明细。");
        }
        Set<Integer> seen = new HashSet<>();
        List<Delivery.Line> lines = new ArrayList<>();
        for (int i = 0; i < delivery.lines().size(); i++) {
            Delivery.Line line = delivery.lines().get(i);
            String path = "lines[" + i + "].";
            if (line.line() < 1 || line.line() > ordered.size()) {
                errors.add(path + "line", "unknown-line", "The order has no such line.", "订单没有该行。");
            } else if (!seen.add(line.line())) {
                errors.add(path + "line", "duplicate-line", "The line is listed twice.", "该行重复。");
            }
            lines.add(new Delivery.Line(line.line(), Decimals.positive(path + "quantity", line.quantity(), errors)));
        }
        return new Delivery(
                0,
                OrderRules.instant("at", delivery.at(), errors),
                errors.line("carrier", delivery.carrier(), 100),
                errors.line("trackingNumber", delivery.trackingNumber(), 100),
                errors.lines("note", delivery.note(), 1000),
                lines);
    }

    /** @throws ConflictException where the order is not confirmed, or more would be delivered than was ordered */
    static void check(Delivery delivery, OrderStatus status, List<OrderLine> ordered, Map<Integer, BigDecimal> before) {
        if (status != OrderStatus.CONFIRMED) {
            throw new ConflictException("order-not-confirmed", "Only a confirmed order is delivered.", "只有已确认的订单才能发货。");
        }
        for (int i = 0; i < delivery.lines().size(); i++) {
            Delivery.Line line = delivery.lines().get(i);
            BigDecimal open =
                    ordered.get(line.line() - 1).quantity().subtract(before.getOrDefault(line.line(), BigDecimal.ZERO));
            if (line.quantity().compareTo(open) > 0) {
                String left = Decimals.plain(open).toPlainString();
                throw new ConflictException(FieldError.of(
                        "lines[" + i + "].quantity",
                        "over-delivery",
                        "Only " + left + " of this line are still to be delivered.",
                        "该行待发数量仅剩 " + left + "。"));
            }
        }
    }
}
