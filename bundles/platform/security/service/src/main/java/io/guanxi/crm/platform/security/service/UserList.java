package io.guanxi.crm.platform.security.service;

import static io.guanxi.crm.platform.query.sql.Storage.FLAG;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;
import static java.util.Map.entry;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.User;
import java.util.List;
import java.util.Map;

/** Pages of users, the user's table being {@code U}. */
final class UserList {

    static final Map<String, Column> PLACES = Map.ofEntries(
            entry("id", Column.Own.of("U.ID", ID)),
            entry("name", Column.Own.key("U.NAME_KEY", Login::key)),
            entry("fullName", Column.Own.nullable("U.FULL_NAME", TEXT)),
            entry("email", Column.Own.nullable("U.EMAIL", TEXT)),
            entry("departmentId", Column.Own.nullable("U.DEPARTMENT_ID", ID)),
            entry("roles", Column.Beside.of("U.ID", "CRM_SECURITY_ASSIGNED", "USER_ID", "CODE", TEXT)),
            entry("enabled", Column.Own.of("U.ENABLED", FLAG)),
            entry("language", Column.Own.nullable("U.LANGUAGE", TEXT)),
            entry("timeZone", Column.Own.nullable("U.TIME_ZONE", TEXT)),
            entry("createdAt", Column.Own.of("U.CREATED_AT", MILLIS)),
            entry("createdBy", Column.Own.of("U.CREATED_BY", TEXT)),
            entry("updatedAt", Column.Own.of("U.UPDATED_AT", MILLIS)),
            entry("updatedBy", Column.Own.of("U.UPDATED_BY", TEXT)));
    private static final Columns COLUMNS = Columns.of(UserFields.ALL, PLACES);

    static final List<Field> SEARCHED = List.of(UserFields.NAME, UserFields.FULL_NAME, UserFields.EMAIL);

    private final UserTable table;
    private final KeysetSelect<User> pages;

    UserList(Jdbc jdbc, UserTable table) {
        this.table = table;
        this.pages = new KeysetSelect<>(jdbc, "SELECT U.*", "U.ID", UserTable::user);
    }

    List<Field> fields() {
        return COLUMNS.fields();
    }

    Slice<User> page(ListQuery query) {
        Slice<User> page = pages.page(from(), COLUMNS, query.searchedIn(SEARCHED));
        return new Slice<>(table.withRoles(page.rows()), page.next());
    }

    long count(ListQuery query) {
        return pages.count(from(), COLUMNS, query.searchedIn(SEARCHED));
    }

    private static Sql from() {
        return Sql.of(" FROM CRM_SECURITY_USER U WHERE 1 = 1");
    }
}
