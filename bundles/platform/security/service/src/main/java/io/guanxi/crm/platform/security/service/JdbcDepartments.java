package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.UnknownDepartmentException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Departments in the database. */
@Component
public class JdbcDepartments implements Departments {

    private final DepartmentTable table;
    private final Administration administration;
    private final Sharing sharing;
    private final IdentitySources sources;
    private final Clock clock;

    @Activate
    public JdbcDepartments(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference Sharing sharing,
            @Reference IdentitySources sources) {
        this(new Jdbc(dataSource), administration, sharing, sources, Clock.systemUTC());
    }

    JdbcDepartments(Jdbc jdbc, Administration administration, Sharing sharing, IdentitySources sources, Clock clock) {
        this.table = new DepartmentTable(jdbc);
        this.administration = administration;
        this.sharing = sharing;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public List<Department> list() {
        administration.requireRead(OwnTypes.DEPARTMENT);
        return tree().inOrder();
    }

    @Override
    public Optional<Department> find(long id) {
        administration.requireRead(OwnTypes.DEPARTMENT);
        return table.find(id).map(DepartmentTable.Row::department);
    }

    @Override
    public Set<Long> subtree(long id) {
        return table.subtree(id);
    }

    @Override
    public Department create(DepartmentData data) {
        return administration.change(OwnTypes.DEPARTMENT, () -> {
            DepartmentTree tree = tree();
            DepartmentData clean = tree.clean(data, Optional.empty());
            Department made = stored(table.insert(clean, tree.above(clean), caller(), clock.instant()));
            administration.told(OwnTypes.DEPARTMENT, made.id(), Optional.empty(), Optional.of(clean));
            return made;
        });
    }

    @Override
    public Department change(long id, long version, UnaryOperator<DepartmentData> change) {
        return administration.change(OwnTypes.DEPARTMENT, () -> {
            DepartmentTree tree = tree();
            DepartmentTable.Row row = tree.find(id).orElseThrow(UnknownDepartmentException::new);
            Department before = row.department();
            if (before.version() != version) {
                throw new StaleVersionException();
            }
            DepartmentData clean = tree.clean(change.apply(before.data()), Optional.of(row));
            if (clean.equals(before.data())) {
                return before;
            }
            requireOurs(before, changed(before.data(), clean));
            table.update(id, clean, caller(), clock.instant());
            administration.told(OwnTypes.DEPARTMENT, id, Optional.of(before.data()), Optional.of(clean));
            String path = tree.above(clean) + id + "/";
            if (!path.equals(row.path())) {
                table.move(row, path);
            }
            return stored(id);
        });
    }

    @Override
    public void delete(long id) {
        administration.change(OwnTypes.DEPARTMENT, () -> {
            DepartmentTree tree = tree();
            Department gone =
                    tree.find(id).map(DepartmentTable.Row::department).orElseThrow(UnknownDepartmentException::new);
            if (sources.isManaged(gone)) {
                throw new ConflictException(IdentitySources.elsewhere("id", gone.source()));
            }
            if (tree.hasChildren(id) || table.hasMembers(id)) {
                throw new ConflictException(
                        "department-in-use",
                        "There are users, API keys or departments in it. Move them first.",
                        "该部门下仍有用户、API 密钥或下级部门，请先移走。");
            }
            sharing.withdrawAll(Holder.department(id));
            table.delete(id);
            administration.told(OwnTypes.DEPARTMENT, id, Optional.of(gone.data()), Optional.empty());
            return id;
        });
    }

    @Override
    public boolean isManaged(Department department) {
        return sources.isManaged(department);
    }

    private void requireOurs(Department department, List<String> changed) {
        if (sources.isManaged(department)) {
            throw new InvalidValueException(changed.stream()
                    .map(field -> IdentitySources.elsewhere(field, department.source()))
                    .toList());
        }
    }

    private static List<String> changed(DepartmentData before, DepartmentData after) {
        List<String> fields = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            fields.add("name");
        }
        if (!before.parent().equals(after.parent())) {
            fields.add("parentId");
        }
        return fields;
    }

    private DepartmentTree tree() {
        return new DepartmentTree(table.all());
    }

    private Department stored(long id) {
        return table.find(id).map(DepartmentTable.Row::department).orElseThrow(UnknownDepartmentException::new);
    }

    private static String caller() {
        return Callers.require().name();
    }
}
