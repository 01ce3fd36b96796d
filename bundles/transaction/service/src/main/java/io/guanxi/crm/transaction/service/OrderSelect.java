package io.guanxi.crm.transaction.service;

import io.guanxi.crm.transaction.OrderQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** FROM and WHERE of a list, with their parameters in order. */
final class OrderSelect {

    private final StringBuilder sql = new StringBuilder(" FROM CRM_TRANSACTION_ORDER");
    private final List<Object> parameters = new ArrayList<>();

    // Derby judges an index without knowing how few rows a page takes; PostgreSQL reads this as a comment.
    private OrderSelect(String index) {
        sql.append(" --DERBY-PROPERTIES index=").append(index).append('\n');
    }

    static OrderSelect of(OrderQuery query) {
        OrderSelect select = new OrderSelect(index(query));
        query.customer().ifPresent(customer -> select.and("CUSTOMER_ID = ?", customer.value()));
        query.status().ifPresent(status -> select.and("STATUS = ?", status.name()));
        return select;
    }

    private static String index(OrderQuery query) {
        if (query.customer().isPresent()) {
            return "CRM_TRANSACTION_CUSTOMER_IX";
        }
        return query.status().isPresent() ? "CRM_TRANSACTION_STATUS_IX" : "CRM_TRANSACTION_NEW_IX";
    }

    OrderSelect tiedWith(OrderQuery.Position position) {
        and("ORDERED_AT = ?", position.orderedAt().toEpochMilli());
        and("ID < ?", position.id());
        return this;
    }

    OrderSelect behind(OrderQuery.Position position) {
        and("ORDERED_AT < ?", position.orderedAt().toEpochMilli());
        return this;
    }

    String sql() {
        return sql.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private void and(String condition, Object parameter) {
        sql.append(parameters.isEmpty() ? " WHERE " : " AND ").append(condition);
        parameters.add(parameter);
    }
}
