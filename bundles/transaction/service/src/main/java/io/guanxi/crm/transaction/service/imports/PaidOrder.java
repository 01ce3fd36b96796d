package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.Payment;
import java.time.Instant;

/**
 * A payment and its order.
 *
 * @param by who entered it, or took it out
 */
record PaidOrder(Order order, Payment payment, Instant at, String by) {}
