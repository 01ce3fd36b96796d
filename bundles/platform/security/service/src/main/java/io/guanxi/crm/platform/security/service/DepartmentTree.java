package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Departments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All departments as they stand, and what may become of them. */
final class DepartmentTree {

    private static final int LONGEST_NAME = 100;

    private final List<DepartmentTable.Row> rows;

    DepartmentTree(List<DepartmentTable.Row> rows) {
        this.rows = rows;
    }

    /** Each behind the one above it, and by name under the same one. */
    List<Department> inOrder() {
        List<Department> ordered = new ArrayList<>();
        below(Optional.empty(), ordered);
        return ordered;
    }

    private void below(Optional<Long> parent, List<Department> ordered) {
        rows.stream()
                .map(DepartmentTable.Row::department)
                .filter(department -> department.data().parent().equals(parent))
                .sorted(Comparator.comparing(
                                (Department d) -> Login.key(d.data().name()))
                        .thenComparing(Department::id))
                .forEach(department -> {
                    ordered.add(department);
                    below(Optional.of(department.id()), ordered);
                });
    }

    Optional<DepartmentTable.Row> find(long id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }

    List<DepartmentTable.Row> within(DepartmentTable.Row top) {
        return rows.stream().filter(row -> row.isWithin(top)).toList();
    }

    boolean hasChildren(long id) {
        return rows.stream().anyMatch(row -> row.department().data().parent().equals(Optional.of(id)));
    }

    /** The path of the department above, or of the top. */
    String above(DepartmentData data) {
        return data.parent()
                .map(id -> find(id).map(DepartmentTable.Row::path).orElseThrow())
                .orElse("/");
    }

    /**
     * @param itself the department that becomes this; empty for a new one
     * @throws InvalidValueException naming everything that is wrong
     */
    DepartmentData clean(DepartmentData data, Optional<DepartmentTable.Row> itself) {
        FieldErrors errors = new FieldErrors();
        String name = errors.required("name", data.name(), LONGEST_NAME);
        Optional<DepartmentTable.Row> parent = data.parent().flatMap(this::find);
        if (data.parent().isPresent() && parent.isEmpty()) {
            errors.add("parentId", "unknown-department", "There is no such department.", "没有该部门。");
        }
        errors.throwIfAny();
        DepartmentData clean = new DepartmentData(name, data.parent());
        parent.ifPresent(above -> requireRoom(above, itself));
        requireFree(clean, itself);
        return clean;
    }

    private void requireRoom(DepartmentTable.Row parent, Optional<DepartmentTable.Row> itself) {
        if (itself.filter(parent::isWithin).isPresent()) {
            throw new ConflictException(FieldError.of(
                    "parentId", "department-cycle", "A department can't lie below itself.", "部门不能位于自身之下。"));
        }
        int levels = itself.map(this::levels).orElse(1);
        if (parent.depth() + levels > Departments.DEEPEST) {
            throw new InvalidValueException(
                    "parentId",
                    "too-deep",
                    "Departments have at most " + Departments.DEEPEST + " levels.",
                    "部门最多 " + Departments.DEEPEST + " 级。");
        }
    }

    private int levels(DepartmentTable.Row top) {
        return within(top).stream().mapToInt(DepartmentTable.Row::depth).max().orElse(top.depth()) - top.depth() + 1;
    }

    private void requireFree(DepartmentData data, Optional<DepartmentTable.Row> itself) {
        String key = Login.key(data.name());
        boolean taken = rows.stream()
                .filter(row -> itself.isEmpty() || row.id() != itself.get().id())
                .map(row -> row.department().data())
                .anyMatch(other -> other.parent().equals(data.parent())
                        && Login.key(other.name()).equals(key));
        if (taken) {
            throw new ConflictException(
                    FieldError.of("name", "name-taken", "Another department there has this name.", "同级部门中已有此名称。"));
        }
    }
}
