package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.OutsideDepartment;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.SyncReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the departments of a provider over, those at the top first; in one transaction, under the lock. */
final class SyncDepartments {

    private final DepartmentTable table;
    private final Sharing sharing;
    private final String provider;
    private final boolean adopt;
    private final SyncConflicts conflicts;
    private final Clock clock;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, DepartmentTable.Row> known = new HashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private List<DepartmentTable.Row> rows = new ArrayList<>();
    private int created;
    private int changed;
    private int gone;

    SyncDepartments(
            DepartmentTable table,
            Sharing sharing,
            String provider,
            boolean adopt,
            SyncConflicts conflicts,
            Clock clock) {
        this.table = table;
        this.sharing = sharing;
        this.provider = provider;
        this.adopt = adopt;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** What is there and should be; those that are missing stay until {@link #remove}. */
    void take(List<OutsideDepartment> departments) {
        read();
        Map<String, OutsideDepartment> waiting = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (OutsideDepartment department : departments) {
            listed.add(department.externalId());
            if (waiting.putIfAbsent(department.externalId(), department) != null) {
                twice.add(department.externalId());
                conflicts.of(department, "id-twice", "Two departments have this id.", "有两个部门使用此标识。");
            }
        }
        waiting.keySet().removeAll(twice);
        waiting.values().removeIf(department -> !isPossible(department));
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            List<OutsideDepartment> ready = waiting.values().stream()
                    .filter(department ->
                            department.parent().map(ids::containsKey).orElse(true))
                    .toList();
            ready.forEach(department -> {
                waiting.remove(department.externalId());
                takeOne(department);
            });
            moved = !ready.isEmpty();
        }
        waiting.values().forEach(department -> refuse(department, waiting));
    }

    private void read() {
        rows = new ArrayList<>(table.all());
        known.clear();
        for (DepartmentTable.Row row : rows) {
            row.department()
                    .source()
                    .filter(source -> source.code().equals(provider))
                    .ifPresent(source -> known.put(source.externalId(), row));
        }
    }

    private boolean isPossible(OutsideDepartment department) {
        boolean possible =
                !department.externalId().isBlank() && department.externalId().length() <= SyncUsers.LONGEST_ID;
        if (!possible) {
            conflicts.of(department, "bad-id", "This id can't be stored.", "此标识无法保存。");
        }
        return possible;
    }

    /** What waits for ever lies below itself, or below something that isn't there. */
    private void refuse(OutsideDepartment department, Map<String, OutsideDepartment> waiting) {
        Set<String> above = new HashSet<>();
        Optional<String> next = department.parent();
        while (next.isPresent() && above.add(next.get())) {
            next = Optional.ofNullable(waiting.get(next.get())).flatMap(OutsideDepartment::parent);
        }
        if (next.isPresent()) {
            conflicts.of(department, "department-cycle", "It lies below itself.", "该部门位于自身之下。");
        } else {
            conflicts.of(department, "unknown-department", "The department above it is missing.", "缺少其上级部门。");
        }
    }

    private void takeOne(OutsideDepartment department) {
        DepartmentData wanted =
                new DepartmentData(department.name(), department.parent().map(ids::get));
        Optional<DepartmentTable.Row> there =
                Optional.ofNullable(known.get(department.externalId())).or(() -> adopted(department, wanted));
        try {
            DepartmentTree tree = new DepartmentTree(rows);
            DepartmentData clean = tree.clean(wanted, there);
            long id = there.isPresent() ? changed(there.get(), clean, tree) : created(department, clean, tree);
            ids.put(department.externalId(), id);
        } catch (CrmException e) {
            // Its users and what lies below it stay where they are.
            there.ifPresent(row -> ids.put(department.externalId(), row.id()));
            conflicts.of(department, e);
        }
    }

    private Optional<DepartmentTable.Row> adopted(OutsideDepartment department, DepartmentData wanted) {
        Optional<DepartmentTable.Row> same = rows.stream()
                .filter(row -> adopt
                        && row.department().source().isEmpty()
                        && row.department().data().parent().equals(wanted.parent())
                        && Login.key(row.department().data().name()).equals(Login.key(wanted.name())))
                .findFirst();
        same.ifPresent(row -> {
            table.moveTo(row.id(), new Source(provider, department.externalId()));
            changed++;
        });
        return same;
    }

    private long created(OutsideDepartment department, DepartmentData clean, DepartmentTree tree) {
        String above = tree.above(clean);
        long id = table.insert(clean, above, caller(), clock.instant());
        table.moveTo(id, new Source(provider, department.externalId()));
        changes.add(Administration.change(OwnTypes.DEPARTMENT, id, Optional.empty(), Optional.of(clean)));
        created++;
        // What follows is compared with it, without reading all again.
        rows.add(new DepartmentTable.Row(
                new Department(
                        id,
                        1,
                        clean,
                        clock.instant(),
                        caller(),
                        clock.instant(),
                        caller(),
                        Optional.of(new Source(provider, department.externalId()))),
                above + id + "/"));
        return id;
    }

    private long changed(DepartmentTable.Row row, DepartmentData clean, DepartmentTree tree) {
        DepartmentData before = row.department().data();
        if (clean.equals(before)) {
            return row.id();
        }
        table.update(row.id(), clean, caller(), clock.instant());
        changes.add(Administration.change(OwnTypes.DEPARTMENT, row.id(), Optional.of(before), Optional.of(clean)));
        changed++;
        String path = tree.above(clean) + row.id() + "/";
        if (!path.equals(row.path())) {
            table.move(row, path);
        }
        read();
        return row.id();
    }

    /** Id of each department here that could be taken over. */
    Map<String, Long> ids() {
        return ids;
    }

    /** Those that are missing, the deepest first, where nobody is in them; after the users were moved. */
    void remove() {
        read();
        known.entrySet().stream()
                .filter(entry -> !listed.contains(entry.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, DepartmentTable.Row> entry) ->
                                entry.getValue().depth())
                        .reversed())
                .forEach(entry -> removeOne(entry.getKey(), entry.getValue()));
    }

    private void removeOne(String externalId, DepartmentTable.Row row) {
        DepartmentData data = row.department().data();
        if (new DepartmentTree(rows).hasChildren(row.id()) || table.hasMembers(row.id())) {
            conflicts.add(
                    OwnTypes.DEPARTMENT,
                    externalId,
                    data.name(),
                    "department-in-use",
                    new Text("It is gone, but somebody or something is in it here.", "该部门已不存在，但此处仍有用户或下级部门。"));
            return;
        }
        sharing.withdrawAll(Holder.department(row.id()));
        table.delete(row.id());
        rows.remove(row);
        changes.add(Administration.change(OwnTypes.DEPARTMENT, row.id(), Optional.of(data), Optional.empty()));
        gone++;
    }

    SyncReport.Counts counts() {
        return new SyncReport.Counts(created, changed, gone);
    }

    List<Change> changes() {
        return changes;
    }

    private static String caller() {
        return Callers.require().name();
    }
}
