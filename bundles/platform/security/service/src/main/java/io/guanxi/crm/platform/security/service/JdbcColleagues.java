package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
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
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What of the users everybody may know. */
@Component
public class JdbcColleagues implements Colleagues {

    private static final String SELECT = "SELECT U.ID, U.NAME, U.FULL_NAME, U.DEPARTMENT_ID, U.ENABLED";
    private static final String THESE = SELECT + " FROM CRM_SECURITY_USER U WHERE U.ID";
    private static final String ENABLED = " FROM CRM_SECURITY_USER U WHERE U.ENABLED = 1";
    private static final SortOrder BY_NAME = SortOrder.parse("name", UserFields.ALL);

    private final Jdbc jdbc;
    private final KeysetSelect<Colleague> pages;

    @Activate
    public JdbcColleagues(@Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource) {
        this(new Jdbc(dataSource));
    }

    JdbcColleagues(Jdbc jdbc) {
        this.jdbc = jdbc;
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
    public List<Colleague> search(String text) {
        Callers.require();
        ListQuery all = ListQuery.all(BY_NAME, MOST);
        ListQuery query = text.isBlank() ? all : all.search(text.strip());
        return pages.page(Sql.of(ENABLED), UserList.COLUMNS, query.searchedIn(UserList.SEARCHED))
                .rows();
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(
                row.getLong("ID"),
                row.getString("NAME"),
                Rows.optionalText(row, "FULL_NAME"),
                Ids.optional(row, "DEPARTMENT_ID"),
                row.getInt("ENABLED") == 1);
    }
}
