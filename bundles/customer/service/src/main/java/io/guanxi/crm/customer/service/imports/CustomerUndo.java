package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.records.RecordBooks;
import io.guanxi.crm.platform.imports.records.UndoPlan;
import io.guanxi.crm.platform.problem.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What of an import can be taken back: whatever nobody changed since. */
record CustomerUndo(List<StoredCustomer> created, List<CustomerPlan> updated, List<UndoConflict> conflicts) {

    /** @param reached ids of those customers that the caller may change; others stay as they are */
    static CustomerUndo of(
            Connection connection,
            List<UndoEntry> entries,
            RecordBooks<CustomerData, Customer> books,
            ImportedValues custom,
            Function<StoredCustomers, Set<Long>> reached)
            throws SQLException {
        StoredCustomers now = StoredCustomers.ofIds(
                connection, entries.stream().map(UndoEntry::record).toList(), custom);
        Set<Long> open = reached.apply(now);
        UndoPlan<StoredCustomer> plan = UndoPlan.of(entries, id -> now.byId(id).filter(customer -> open.contains(id)));
        List<CustomerData> befores = plan.updated().stream()
                .map(updated -> books.before(updated.before()))
                .toList();
        StoredCustomers owners = StoredCustomers.ofKeys(connection, befores, custom);
        CustomerUndo undo = new CustomerUndo(plan.created(), new ArrayList<>(), new ArrayList<>(plan.conflicts()));
        for (int i = 0; i < befores.size(); i++) {
            undo.bringBack(plan.updated().get(i).record(), befores.get(i), owners);
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
