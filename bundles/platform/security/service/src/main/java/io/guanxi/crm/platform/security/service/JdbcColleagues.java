package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Colleague;
import io.guanxi.crm.platform.security.Colleagues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What of the users everybody may know. */
@Component
public class JdbcColleagues implements Colleagues {

    private static final String SELECT = "SELECT U.ID, U.NAME, U.FULL_NAME, U.DEPARTMENT_ID, U.ENABLED";
    private static final String THESE = SELECT + " FROM CRM_SECURITY_USER U WHERE U.ID";
    private static final String ALL = " FROM CRM_SECURITY_USER U WHERE 1 = 1";
    private static final Set<String> CODES = Set.of("id", "name", "fullName", "departmentId", "enabled");
    private static final Columns SHOWN = Columns.of(
            UserFields.ALL.stream()
                    .filter(field -> CODES.contains(field.code()))
                    .toList(),
            UserList.PLACES);

    private final Jdbc jdbc;
    private final DepartmentTable departments;
    private final TeamTable teams;
    private final KeysetSelect<Colleague> pages;

    @Activate
    public JdbcColleagues(@Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource) {
        this(new Jdbc(dataSource));
    }

    JdbcColleagues(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.departments = new DepartmentTable(jdbc);
        this.teams = new TeamTable(jdbc);
        this.pages = new KeysetSelect<>(jdbc, SELECT, "U.ID", JdbcColleagues::colleague);
    }

    @Override
    public Map<Long, Colleague> of(Collection<Long> ids) {
        Callers.require();
        Map<Long, Colleague> found = new HashMap<>();
        jdbc.with(connection -> {
            KeyQuery.visit(connection, THESE, ids, row -> found.put(row.getLong("ID"), colleague(row)));
            return found;
        });
        return found;
    }

    @Override
    public List<Field> fields() {
        return SHOWN.fields();
    }

    @Override
    public Slice<Colleague> list(ListQuery query) {
        Callers.require();
        return pages.page(Sql.of(ALL), SHOWN, query.searchedIn(UserList.SEARCHED));
    }

    @Override
    public long count(ListQuery query) {
        Callers.require();
        return pages.count(Sql.of(ALL), SHOWN, query.searchedIn(UserList.SEARCHED));
    }

    @Override
    public boolean isDepartment(long id) {
        Callers.require();
        return departments.find(id).isPresent();
    }

    @Override
    public boolean isTeam(long id) {
        Callers.require();
        return teams.find(id).isPresent();
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(
                row.getLong("ID"),
                row.getString("NAME"),
                Rows.optionalText(row, "FULL_NAME"),
                Rows.optionalLong(row, "DEPARTMENT_ID"),
                row.getInt("ENABLED") == 1);
    }
}
