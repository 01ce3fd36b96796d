package io.guanxi.crm.transaction.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An order line on the wire.
 *
 * @param amount in the order's currency, rounded half up to its minor unit
 * @param delivered how much of the quantity has left so far
 */
public record LineView(@JsonUnwrapped LineBody line, BigDecimal amount, BigDecimal delivered) {

    static List<LineView> of(Order order) {
        List<LineView> views = new ArrayList<>();
        for (OrderLine line : order.data().lines()) {
            BigDecimal amount =
                    line.amount().setScale(order.data().currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
            views.add(new LineView(LineBody.of(line), amount, delivered(order, views.size() + 1)));
        }
        return views;
    }

    private static BigDecimal delivered(Order order, int number) {
        return order.deliveries().stream()
                .flatMap(delivery -> delivery.lines().stream())
                .filter(line -> line.line() == number)
                .map(Delivery.Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
