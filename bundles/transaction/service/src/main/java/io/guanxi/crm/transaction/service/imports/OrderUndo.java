package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.records.RecordBooks;
import io.guanxi.crm.platform.imports.records.UndoPlan;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.service.BulkChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What of an import can be taken back: whatever nobody changed, delivered or paid since.
 *
 * @param cancelled ids of those plans that cancel what the import created
 */
record OrderUndo(List<OrderPlan> plans, List<Long> cancelled, List<UndoConflict> conflicts) {

    /** @param reached which of some customers the caller may change; orders of others stay as they are */
    static OrderUndo of(
            Connection connection,
            List<UndoEntry> entries,
            RecordBooks<OrderData, Order> books,
            ImportedValues custom,
            Function<Set<CustomerId>, Predicate<CustomerId>> reached)
            throws SQLException {
        StoredOrders now = StoredOrders.ofIds(
                connection, entries.stream().map(UndoEntry::record).toList(), custom);
        Predicate<CustomerId> open = reached.apply(now.customers());
        UndoPlan<StoredOrder> plan = UndoPlan.of(entries, id -> now.byId(id)
                .filter(order -> open.test(order.data().customer())));
        OrderUndo undo = new OrderUndo(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(plan.conflicts()));
        plan.created().forEach(undo::cancel);
        for (UndoPlan.Updated<StoredOrder> updated : plan.updated()) {
            undo.bringBack(connection, updated.record(), books.before(updated.before()));
        }
        return undo;
    }

    private void cancel(StoredOrder order) {
        if (order.fulfilled()) {
            conflicts.add(fulfilled(order.id()));
        } else {
            plans.add(new OrderPlan(cancelled(order.data()), Optional.of(order)));
            cancelled.add(order.id());
        }
    }

    private void bringBack(Connection connection, StoredOrder order, OrderData before) throws SQLException {
        try {
            if (order.fulfilled()) {
                BulkChange.check(connection, order.id(), order.data(), before, true);
            }
            plans.add(new OrderPlan(before, Optional.of(order)));
        } catch (ConflictException e) {
            conflicts.add(fulfilled(order.id()));
        }
    }

    private static UndoConflict fulfilled(long order) {
        return new UndoConflict(
                order, "fulfilled-since", new Text("The order has deliveries or payments.", "该订单已有发货或回款。"));
    }

    private static OrderData cancelled(OrderData d) {
        return new OrderData(
                d.number(),
                d.externalId(),
                d.customer(),
                d.orderedAt(),
                d.currency(),
                OrderStatus.CANCELLED,
                d.lines(),
                d.custom());
    }
}
