package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.DepartmentData;
import io.guanxi.crm.platform.security.Departments;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.UnknownDepartmentException;
import java.time.Clock;
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
    private final Clock clock;

    @Activate
    public JdbcDepartments(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference Sharing sharing) {
        this(new Jdbc(dataSource), administration, sharing, Clock.systemUTC());
    }

    JdbcDepartments(Jdbc jdbc, Administration administration, Sharing sharing, Clock clock) {
        this.table = new DepartmentTable(jdbc);
        this.administration = administration;
        this.sharing = sharing;
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
