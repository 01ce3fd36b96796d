package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.service.FactsTable;
import io.guanxi.crm.transaction.service.LineTable;
import io.guanxi.crm.transaction.service.OrderTotals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes planned orders in batches, as the ledger would have written them one by one, facts included. */
final class OrderWriter {

    private static final String INSERT = "INSERT INTO CRM_TRANSACTION_ORDER (EXTERNAL_ID, CUSTOMER_ID, ORDERED_AT,"
            + " CURRENCY, STATUS, TOTAL, UPDATED_AT, UPDATED_BY, CREATED_AT, CREATED_BY, ORDER_NUMBER, ID, VERSION)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String UPDATE = "UPDATE CRM_TRANSACTION_ORDER SET EXTERNAL_ID = ?, CUSTOMER_ID = ?,"
            + " ORDERED_AT = ?, CURRENCY = ?, STATUS = ?, TOTAL = ?, UPDATED_AT = ?, UPDATED_BY = ?,"
            + " VERSION = VERSION + 1 WHERE ID = ? AND VERSION = ?";

    private static final String UNDONE = "UPDATE CRM_TRANSACTION_ORDER SET UNDONE_AT = UPDATED_AT WHERE ID = ?";

    private final IdSequence ids = new IdSequence("CRM_TRANSACTION_ORDER_SEQ");

    /** The orders as they are now, in the order of the plans. */
    List<Order> write(Connection connection, List<OrderPlan> plans, Instant now, String by) throws SQLException {
        Set<Long> customers = customers(plans);
        FactsTable.lock(connection, customers);
        List<Order> orders = orders(connection, plans, now, by);
        writeHeads(connection, plans, orders);
        writeLines(connection, plans, orders);
        FactsTable.recompute(connection, customers);
        return orders;
    }

    /** Marks what {@link #write} has just cancelled as undone. */
    static void markUndone(Connection connection, List<Long> orders) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNDONE)) {
            for (long order : orders) {
                statement.setLong(1, order);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Set<Long> customers(List<OrderPlan> plans) {
        Set<Long> customers = new TreeSet<>();
        for (OrderPlan plan : plans) {
            customers.add(plan.data().customer().value());
            plan.before().ifPresent(b -> customers.add(b.data().customer().value()));
        }
        return customers;
    }

    private List<Order> orders(Connection connection, List<OrderPlan> plans, Instant now, String by)
            throws SQLException {
        List<Order> orders = new ArrayList<>(plans.size());
        for (OrderPlan plan : plans) {
            Optional<StoredOrder> before = plan.before();
            long id = before.isPresent() ? before.get().id() : ids.next(connection);
            long version = before.map(StoredOrder::version).orElse(0L) + 1;
            Instant at = before.map(b -> Instant.ofEpochMilli(Math.max(now.toEpochMilli(), b.updatedAt() + 1)))
                    .orElse(now);
            Money total = OrderTotals.total(plan.data().lines(), plan.data().currency());
            orders.add(new Order(new OrderId(id), version, plan.data(), total, List.of(), List.of(), now, by, at, by));
        }
        return orders;
    }

    private static void writeHeads(Connection connection, List<OrderPlan> plans, List<Order> orders)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (int i = 0; i < plans.size(); i++) {
                Order order = orders.get(i);
                Optional<StoredOrder> before = plans.get(i).before();
                PreparedStatement statement = before.isPresent() ? update : insert;
                bind(statement, order);
                if (before.isPresent()) {
                    statement.setLong(9, order.id().value());
                    statement.setLong(10, before.get().version());
                } else {
                    Rows.setInstant(statement, 9, order.createdAt());
                    statement.setString(10, order.createdBy());
                    Rows.setText(statement, 11, order.data().number());
                    statement.setLong(12, order.id().value());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            requireAll(update.executeBatch());
        }
    }

    private static void bind(PreparedStatement s, Order order) throws SQLException {
        OrderData data = order.data();
        Rows.setText(s, 1, data.externalId());
        s.setLong(2, data.customer().value());
        Rows.setInstant(s, 3, data.orderedAt());
        s.setString(4, data.currency().getCurrencyCode());
        s.setString(5, data.status().name());
        s.setBigDecimal(6, order.total().amount());
        Rows.setInstant(s, 7, order.updatedAt());
        s.setString(8, order.updatedBy());
    }

    /** Somebody changed one of them since it was read: the chunk is to be planned anew. */
    private static void requireAll(int[] changed) {
        for (int rows : changed) {
            if (rows == 0) {
                throw new StaleVersionException();
            }
        }
    }

    private static void writeLines(Connection connection, List<OrderPlan> plans, List<Order> orders)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(LineTable.DELETE);
                PreparedStatement insert = connection.prepareStatement(LineTable.INSERT)) {
            for (int i = 0; i < plans.size(); i++) {
                OrderData after = orders.get(i).data();
                Optional<OrderData> before = plans.get(i).before().map(StoredOrder::data);
                boolean same = before.filter(b ->
                                b.lines().equals(after.lines()) && b.currency().equals(after.currency()))
                        .isPresent();
                if (!same) {
                    if (before.isPresent()) {
                        delete.setLong(1, orders.get(i).id().value());
                        delete.addBatch();
                    }
                    LineTable.addTo(insert, orders.get(i).id().value(), after.lines(), after.currency());
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
