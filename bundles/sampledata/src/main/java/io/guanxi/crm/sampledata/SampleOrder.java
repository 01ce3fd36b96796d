package io.guanxi.crm.sampledata;

import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import java.time.Instant;
import java.util.List;

/**
 * An order before it has an id.
 *
 * @param deliveredAt when its deliveries leave; each but the last takes half of every line
 * @param paidShares parts of the total, in the order they are paid
 */
record SampleOrder(
        String externalId,
        Instant orderedAt,
        OrderStatus status,
        List<OrderLine> lines,
        List<Instant> deliveredAt,
        List<Integer> paidShares,
        Payment.Method method) {}
