package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.DECIMAL;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;
import static java.util.Map.entry;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.rights.CustomRights;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderFields;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Pages of orders. */
final class OrderList {

    private static final String SELECT = "SELECT O.ID, O.ORDER_NUMBER, O.EXTERNAL_ID, O.CUSTOMER_ID, O.ORDERED_AT,"
            + " O.STATUS, O.TOTAL, O.CURRENCY";
    private static final Columns COLUMNS = Columns.of(
            OrderFields.ALL,
            Map.ofEntries(
                    entry("id", Column.Own.of("O.ID", ID)),
                    entry("number", Column.Own.of("O.ORDER_NUMBER", TEXT)),
                    entry("externalId", Column.Own.nullable("O.EXTERNAL_ID", TEXT)),
                    entry("customerId", Column.Own.of("O.CUSTOMER_ID", ID)),
                    entry("orderedAt", Column.Own.of("O.ORDERED_AT", MILLIS)),
                    entry("currency", Column.Own.of("O.CURRENCY", TEXT)),
                    entry("status", Column.Own.of("O.STATUS", CONSTANT)),
                    entry("total", Column.Own.of("O.TOTAL", DECIMAL)),
                    entry("createdAt", Column.Own.of("O.CREATED_AT", MILLIS)),
                    entry("createdBy", Column.Own.of("O.CREATED_BY", TEXT)),
                    entry("updatedAt", Column.Own.of("O.UPDATED_AT", MILLIS)),
                    entry("updatedBy", Column.Own.of("O.UPDATED_BY", TEXT))));

    private final CustomFields custom;
    private final KeysetSelect<OrderEntry> pages;

    OrderList(Jdbc jdbc, CustomFields custom) {
        this.custom = custom;
        this.pages = new KeysetSelect<>(jdbc, SELECT, "O.ID", OrderList::listed);
    }

    Columns columns(FieldRights rights) {
        Columns all = COLUMNS.with(custom.fields(), "O.ID", "CRM_TRANSACTION_ORDER");
        return rights.everything() ? all : all.of(rights::reads);
    }

    /** @param scope a condition on {@code O} that begins with AND, or nothing */
    Slice<OrderEntry> page(OrderQuery query, Sql scope, FieldRights rights) {
        Slice<OrderEntry> page = pages.page(OrderSelect.page(query).add(scope), columns(rights), query.list());
        Map<Long, CustomValues> values = custom.ofAll(
                page.rows().stream().map(entry -> entry.id().value()).toList());
        return page.map(entry ->
                entry.with(CustomRights.shown(values.getOrDefault(entry.id().value(), CustomValues.NONE), rights)));
    }

    Slice<OrderId> ids(OrderQuery query, Sql scope, FieldRights rights) {
        return pages.ids(OrderSelect.page(query).add(scope), columns(rights), query.list())
                .map(OrderId::new);
    }

    long count(OrderQuery query, Sql scope, FieldRights rights) {
        return pages.count(OrderSelect.count(query).add(scope), columns(rights), query.list());
    }

    private static OrderEntry listed(ResultSet row) throws SQLException {
        return new OrderEntry(
                new OrderId(row.getLong("ID")),
                row.getString("ORDER_NUMBER"),
                Rows.optionalText(row, "EXTERNAL_ID"),
                new CustomerId(row.getLong("CUSTOMER_ID")),
                Rows.instant(row, "ORDERED_AT"),
                OrderStatus.valueOf(row.getString("STATUS")),
                Decimals.money(row.getBigDecimal("TOTAL"), row.getString("CURRENCY")),
                CustomValues.NONE);
    }
}
