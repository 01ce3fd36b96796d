package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.Snapshot;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.problem.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of an import can be taken back: whatever nobody changed since. */
record CustomerUndo(List<StoredCustomer> created, List<CustomerPlan> updated, List<UndoConflict> conflicts) {

    static CustomerUndo of(
            Connection connection, List<UndoEntry> entries, Snapshot<CustomerData> snapshot, ImportedValues custom)
            throws SQLException {
        CustomerUndo undo = new CustomerUndo(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<CustomerData> befores = entries.stream()
                .flatMap(entry -> entry.before().stream())
                .map(snapshot::read)
                .toList();
        StoredCustomers now = StoredCustomers.ofIds(
                connection, entries.stream().map(UndoEntry::record).toList(), custom);
        StoredCustomers owners = StoredCustomers.ofKeys(connection, befores, custom);
        for (UndoEntry entry : entries) {
            Optional<StoredCustomer> customer = now.byId(entry.record()).filter(c -> c.version() == entry.version());
            if (customer.isEmpty()) {
                undo.conflicts.add(UndoConflict.changedSince(entry.record()));
            } else if (entry.before().isEmpty()) {
                undo.created.add(customer.get());
            } else {
                undo.bringBack(customer.get(), snapshot.read(entry.before().get()), owners);
            }
        }
        return undo;
    }

    private void bringBack(StoredCustomer customer, CustomerData before, StoredCustomers owners) {
        boolean taken = before.code()
                        .flatMap(owners::byCode)
                        .filter(o -> o.id() != customer.id())
                        .isPresent()
                || before.externalId()
                        .flatMap(owners::byExternalId)
                        .filter(o -> o.id() != customer.id())
                        .isPresent();
        if (taken) {
            conflicts.add(new UndoConflict(
                    customer.id(),
                    "key-taken",
                    new Text("Another customer has the code or external id of before.", "原编号或外部编号已被其他客户使用。")));
        } else {
            updated.add(new CustomerPlan(before, Optional.of(customer)));
        }
    }
}
