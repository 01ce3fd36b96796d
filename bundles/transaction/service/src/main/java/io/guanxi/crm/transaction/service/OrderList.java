package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages of orders by key, newest first. A page is read in two steps, first what ties with the position and then what lies
 * behind it: each is one range of one index, also where a whole day's orders carry the same instant.
 */
final class OrderList {

    private static final String COLUMNS =
            "SELECT ID, ORDER_NUMBER, EXTERNAL_ID, CUSTOMER_ID, ORDERED_AT, STATUS, TOTAL, CURRENCY";
    private static final String ORDER = " ORDER BY ORDERED_AT DESC, ID DESC FETCH FIRST ";

    private final Jdbc jdbc;

    OrderList(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderEntry> page(OrderQuery query) {
        if (query.after().isEmpty()) {
            return read(OrderSelect.of(query), query.limit());
        }
        OrderQuery.Position position = query.after().get();
        List<OrderEntry> page = new ArrayList<>(read(OrderSelect.of(query).tiedWith(position), query.limit()));
        if (page.size() < query.limit()) {
            page.addAll(read(OrderSelect.of(query).behind(position), query.limit() - page.size()));
        }
        return page;
    }

    long count(OrderQuery query) {
        OrderSelect select = OrderSelect.of(query);
        return jdbc.first("SELECT COUNT(*)" + select.sql(), select::bind, row -> row.getLong(1))
                .orElseThrow();
    }

    private List<OrderEntry> read(OrderSelect select, int limit) {
        return jdbc.list(COLUMNS + select.sql() + ORDER + limit + " ROWS ONLY", select::bind, OrderList::entry);
    }

    private static OrderEntry entry(ResultSet row) throws SQLException {
        return new OrderEntry(
                new OrderId(row.getLong("ID")),
                row.getString("ORDER_NUMBER"),
                Rows.optionalText(row, "EXTERNAL_ID"),
                new CustomerId(row.getLong("CUSTOMER_ID")),
                Rows.instant(row, "ORDERED_AT"),
                OrderStatus.valueOf(row.getString("STATUS")),
                Decimals.money(row.getBigDecimal("TOTAL"), row.getString("CURRENCY")));
    }
}
