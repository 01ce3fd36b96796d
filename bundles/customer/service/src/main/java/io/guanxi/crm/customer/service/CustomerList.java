package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages of customers. */
final class CustomerList {

    private static final String SELECT = "SELECT C.ID, C.KIND, C.CODE, C.EXTERNAL_ID, C.NAME, C.STAGE, C.INDUSTRY, "
            + "C.FIRST_PHONE, C.FIRST_EMAIL, C.FIRST_CITY, C.CREATED_AT, C.UPDATED_AT, C.ARCHIVED_AT, C.OWNER_ID, C.DEPARTMENT_ID";

    private final Jdbc jdbc;
    private final ScopeSql scopes;
    private final CustomFields custom;
    private final KeysetSelect<CustomerEntry> pages;

    CustomerList(Jdbc jdbc, CustomFields custom, Clock clock) {
        this.jdbc = jdbc;
        this.custom = custom;
        this.scopes = new ScopeSql(clock);
        this.pages = new KeysetSelect<>(jdbc, SELECT, "C.ID", CustomerList::entry);
    }

    Columns columns(FieldRights rights) {
        Columns all = CustomerListColumns.ALL.with(custom.fields(), "C.ID", "CRM_CUSTOMER_CUSTOMER");
        return rights.everything() ? all : all.of(rights::reads);
    }

    Slice<CustomerEntry> page(CustomerQuery asked, Scope scope, FieldRights rights) {
        CustomerSelect select = new CustomerSelect(jdbc, rights);
        Columns columns = columns(rights);
        CustomerQuery query = select.ordered(asked);
        Slice<CustomerEntry> page = select.best(query)
                .map(best -> pages.page(best.add(scopes.condition(scope)), columns, query.list()))
                .filter(best -> best.next().isPresent())
                .orElseGet(() -> all(select, query, scope, columns));
        Map<Long, CustomValues> values = custom.ofAll(
                page.rows().stream().map(entry -> entry.id().value()).toList());
        return page.map(entry -> FieldGuards.ENTRIES.shown(
                entry.with(values.getOrDefault(entry.id().value(), CustomValues.NONE)), rights));
    }

    // What has been searched for is few; else each way of seeing customers has an index in the usual orders, on Derby
    // in
    // that by name, and the page is the beginning of all their beginnings. PostgreSQL merges them in one statement.
    private Slice<CustomerEntry> all(CustomerSelect select, CustomerQuery query, Scope scope, Columns columns) {
        if (scope.everything() || query.list().text().isPresent()) {
            return pages.page(select.page(query).add(scopes.condition(scope)), columns, query.list());
        }
        if (jdbc.with(SqlDialect::of) == SqlDialect.POSTGRESQL) {
            List<Sql> ways = scopes.waysApart(scope).stream()
                    .map(way -> select.way(query).add(" AND ").add(way))
                    .toList();
            return pages.page(ways, columns, query.list());
        }
        ListQuery longer = query.list().limited(query.list().limit() + 1);
        Set<Long> ids = new LinkedHashSet<>();
        for (Sql way : scopes.ways(scope)) {
            ids.addAll(pages.ids(select.way(query).add(" AND ").add(way), columns, longer)
                    .rows());
        }
        return ids.isEmpty()
                ? new Slice<>(List.of(), Optional.empty())
                : pages.page(select.these(query, ids), columns, query.list());
    }

    Slice<CustomerId> ids(CustomerQuery asked, Scope scope, FieldRights rights) {
        CustomerSelect select = new CustomerSelect(jdbc, rights);
        CustomerQuery query = select.ordered(asked);
        return pages.ids(select.page(query).add(scopes.condition(scope)), columns(rights), query.list())
                .map(CustomerId::new);
    }

    long count(CustomerQuery query, Scope scope, FieldRights rights) {
        CustomerSelect select = new CustomerSelect(jdbc, rights);
        return pages.count(select.count(query).add(scopes.condition(scope)), columns(rights), query.list());
    }

    private static CustomerEntry entry(ResultSet row) throws SQLException {
        return new CustomerEntry(
                new CustomerId(row.getLong("ID")),
                CustomerKind.valueOf(row.getString("KIND")),
                row.getString("CODE"),
                Rows.optionalText(row, "EXTERNAL_ID"),
                row.getString("NAME"),
                Stage.valueOf(row.getString("STAGE")),
                Rows.optionalText(row, "INDUSTRY"),
                Rows.optionalText(row, "FIRST_PHONE"),
                Rows.optionalText(row, "FIRST_EMAIL"),
                Rows.optionalText(row, "FIRST_CITY"),
                Rows.instant(row, "CREATED_AT"),
                Rows.instant(row, "UPDATED_AT"),
                Rows.optionalInstant(row, "ARCHIVED_AT"),
                CustomerGate.ownership(row),
                CustomValues.NONE);
    }
}
