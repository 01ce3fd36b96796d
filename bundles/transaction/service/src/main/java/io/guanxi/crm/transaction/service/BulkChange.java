package io.guanxi.crm.transaction.service;

import io.guanxi.crm.transaction.OrderData;
import java.sql.Connection;
import java.sql.SQLException;

/** Holds bulk writers to the rules for changes. */
public final class BulkChange {

    private static final DeliveryTable DELIVERIES = new DeliveryTable();
    private static final PaymentTable PAYMENTS = new PaymentTable();

    private BulkChange() {}

    /**
     * @param fulfilled whether there are deliveries or payments
     * @throws io.guanxi.crm.platform.problem.ConflictException naming the rule that is broken
     */
    public static void check(Connection connection, long order, OrderData before, OrderData after, boolean fulfilled)
            throws SQLException {
        Fulfilment fulfilment = fulfilled
                ? new Fulfilment(DELIVERIES.of(connection, order), PAYMENTS.of(connection, order))
                : Fulfilment.NONE;
        new OrderChange(before, after).check(fulfilment);
    }
}
