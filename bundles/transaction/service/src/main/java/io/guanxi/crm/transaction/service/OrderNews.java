package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is told of orders; amounts and ids as text, as on the wire. */
public final class OrderNews {

    private OrderNews() {}

    public static List<News> placed(Order order) {
        News placed = news("order.placed", order, data(order));
        return order.data().status() == OrderStatus.CONFIRMED
                ? List.of(placed, news("order.confirmed", order, data(order)))
                : List.of(placed);
    }

    public static List<News> changed(OrderData before, Order after) {
        Map<String, Object> data = data(after);
        if (!before.customer().equals(after.data().customer())) {
            data.put("previousCustomerId", before.customer().toString());
        }
        return List.of(news(topic(before.status(), after.data().status()), after, data));
    }

    static News delivered(Order order, Delivery delivery) {
        return new News("delivery.made", "delivery", delivery.id(), ofOrder(order));
    }

    public static News paid(Order order, Payment payment) {
        return ofPayment("payment.received", order, payment);
    }

    /** A payment that was taken out again. */
    public static News withdrawn(Order order, Payment payment) {
        return ofPayment("payment.withdrawn", order, payment);
    }

    private static News ofPayment(String topic, Order order, Payment payment) {
        Map<String, Object> data = ofOrder(order);
        data.put("amount", payment.amount().amount().toPlainString());
        return new News(topic, "payment", payment.id(), data);
    }

    private static Map<String, Object> ofOrder(Order order) {
        Map<String, Object> data = data(order);
        data.put("orderId", order.id().toString());
        return data;
    }

    private static String topic(OrderStatus before, OrderStatus after) {
        if (before == after) {
            return "order.changed";
        }
        return after == OrderStatus.CANCELLED ? "order.cancelled" : "order.confirmed";
    }

    private static News news(String topic, Order order, Map<String, Object> data) {
        return new News(topic, "order", order.id().value(), data);
    }

    private static Map<String, Object> data(Order order) {
        Map<String, Object> data = new HashMap<>();
        data.put("number", order.data().number().orElseThrow());
        data.put("customerId", order.data().customer().toString());
        data.put("orderedAt", order.data().orderedAt().toString());
        data.put("total", order.total().amount().toPlainString());
        data.put("currency", order.total().currency().getCurrencyCode());
        data.put("status", order.data().status().name().toLowerCase(Locale.ROOT));
        return data;
    }
}
