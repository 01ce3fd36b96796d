package io.guanxi.crm.transaction.service;

import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Payment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of an order: goods that left, money that came in. */
record Fulfilment(List<Delivery> deliveries, List<Payment> payments) {

    static final Fulfilment NONE = new Fulfilment(List.of(), List.of());

    /** What was delivered so far, by line. */
    Map<Integer, BigDecimal> delivered() {
        Map<Integer, BigDecimal> sums = new HashMap<>();
        for (Delivery delivery : deliveries) {
            for (Delivery.Line line : delivery.lines()) {
                sums.merge(line.line(), line.quantity(), BigDecimal::add);
            }
        }
        return sums;
    }
}
