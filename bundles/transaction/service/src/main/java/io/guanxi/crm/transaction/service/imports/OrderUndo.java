package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.Snapshot;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.service.BulkChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of an import can be taken back: whatever nobody changed, delivered or paid since.
 *
 * @param cancelled ids of those plans that cancel what the import created
 */
record OrderUndo(List<OrderPlan> plans, List<Long> cancelled, List<UndoConflict> conflicts) {

    static OrderUndo of(
            Connection connection, List<UndoEntry> entries, Snapshot<OrderData> snapshot, ImportedValues custom)
            throws SQLException {
        OrderUndo undo = new OrderUndo(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        StoredOrders now = StoredOrders.ofIds(
                connection, entries.stream().map(UndoEntry::record).toList(), custom);
        for (UndoEntry entry : entries) {
            Optional<StoredOrder> order = now.byId(entry.record()).filter(o -> o.version() == entry.version());
            if (order.isEmpty()) {
                undo.conflicts.add(UndoConflict.changedSince(entry.record()));
            } else if (entry.before().isPresent()) {
                undo.bringBack(
                        connection, order.get(), snapshot.read(entry.before().get()));
            } else if (order.get().fulfilled()) {
                undo.conflicts.add(fulfilled(entry.record()));
            } else {
                OrderData data = order.get().data();
                undo.plans.add(new OrderPlan(cancelled(data), order));
                undo.cancelled.add(entry.record());
            }
        }
        return undo;
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
