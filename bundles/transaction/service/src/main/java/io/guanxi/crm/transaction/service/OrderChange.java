package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.util.List;

/** Which changes an order's state allows. */
record OrderChange(OrderData before, OrderData after) {

    /** @throws ConflictException naming the rule that is broken */
    void check(Fulfilment fulfilment) {
        checkStatus();
        if (before.status() == OrderStatus.CANCELLED && !isSameSale()) {
            throw conflict("lines", "order-cancelled", "A cancelled order stays as it was.", "已取消的订单不能再修改。");
        }
        if (!fulfilment.payments().isEmpty() && !before.currency().equals(after.currency())) {
            throw conflict(
                    "currency",
                    "paid-already",
                    "Payments came in in the order's currency; it stays.",
                    "订单已有回款，币种不能修改。");
        }
        fulfilment.delivered().forEach(this::checkDelivered);
    }

    private void checkStatus() {
        if (before.status() == after.status() || isAllowed()) {
            return;
        }
        throw conflict(
                "status",
                "status-change",
                "A draft may be confirmed or cancelled, a confirmed order cancelled.",
                "草稿可以确认或取消，已确认的订单只能取消。");
    }

    private boolean isAllowed() {
        return switch (before.status()) {
            case DRAFT -> true;
            case CONFIRMED -> after.status() == OrderStatus.CANCELLED;
            case CANCELLED -> false;
        };
    }

    private boolean isSameSale() {
        return before.customer().equals(after.customer())
                && before.orderedAt().equals(after.orderedAt())
                && before.currency().equals(after.currency())
                && before.lines().equals(after.lines());
    }

    private void checkDelivered(int number, BigDecimal delivered) {
        List<OrderLine> lines = after.lines();
        if (number > lines.size() || lines.get(number - 1).quantity().compareTo(delivered) < 0) {
            throw conflict(
                    "lines[" + (number - 1) + "].quantity",
                    "delivered-already",
                    delivered.toPlainString() + " of this line were delivered already.",
                    "该行已发货 " + delivered.toPlainString() + "。");
        }
    }

    private static ConflictException conflict(String field, String code, String en, String zh) {
        return new ConflictException(FieldError.of(field, code, en, zh));
    }
}
