package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What an order's fields may hold. Lengths are those of the columns. */
public final class OrderRules {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_LINES = 10_000;

    private OrderRules() {}

    /** The data as they are stored. Whatever is wrong goes to {@code errors}. */
    public static OrderData clean(OrderData data, FieldErrors errors) {
        if (data.currency().getDefaultFractionDigits() < 0) {
            errors.add(
                    "currency",
                    "no-money",
                    data.currency() + " is no money to pay with.",
                    data.currency() + " 不能用于支付。");
        }
        return new OrderData(
                errors.line("number", data.number(), 40),
                errors.line("externalId", data.externalId(), 100),
                data.customer(),
                instant("orderedAt", data.orderedAt(), errors),
                data.currency(),
                data.status(),
                lines(data, errors),
                data.custom());
    }

    /** To the millisecond, as it is stored. */
    static Instant instant(String field, Instant value, FieldErrors errors) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            errors.add(field, "out-of-range", "The year has to be 1900 to 2199.", "年份须在 1900 至 2199 之间。");
            return EARLIEST;
        }
        return value.truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<OrderLine> lines(OrderData data, FieldErrors errors) {
        if (data.lines().isEmpty() && data.status() == OrderStatus.CONFIRMED) {
            errors.add("lines", "required", "Only an order with lines can be confirmed.", "没有明细的订单不能确认。");
        }
        if (data.lines().size() > MOST_LINES) {
            errors.add("lines", "too-many", "At most 10000 lines are allowed.", "最多 10000 行明细。");
            return List.of();
        }
        List<OrderLine> result = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < data.lines().size(); i++) {
            OrderLine line = line("lines[" + i + "].", data.lines().get(i), data.currency(), errors);
            result.add(line);
            sum = sum.add(line.amount());
        }
        if (sum.compareTo(Decimals.LIMIT) >= 0) {
            errors.add("lines", "too-large", "The order's total is too large.", "订单总额过大。");
        }
        return result;
    }

    private static OrderLine line(String path, OrderLine line, Currency currency, FieldErrors errors) {
        OrderLine clean = new OrderLine(
                errors.required(path + "product", line.product(), 100),
                errors.line(path + "description", line.description(), 500),
                Decimals.positive(path + "quantity", line.quantity(), errors),
                Decimals.price(Decimals.positive(path + "unitPrice", line.unitPrice(), errors), currency),
                Decimals.price(Decimals.clean(path + "discount", line.discount(), errors), currency));
        if (clean.discount().signum() < 0) {
            errors.add(path + "discount", "negative", "A discount can't be negative.", "折扣不能为负数。");
        } else if (clean.amount().signum() < 0
                && clean.quantity().signum() > 0
                && clean.unitPrice().signum() > 0) {
            errors.add(
                    path + "discount",
                    "discount-too-large",
                    "The discount is more than the line's price.",
                    "折扣超过该行金额。");
        }
        return clean;
    }
}
