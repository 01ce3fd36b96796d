package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.search.PrefixRange;
import io.guanxi.crm.transaction.OrderQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** FROM and the fixed part of WHERE of a list of orders, the order's table being {@code O}. */
final class OrderSelect {

    private static final String NUMBERED = "SELECT ID FROM CRM_TRANSACTION_ORDER"
            + " --DERBY-PROPERTIES constraint=CRM_TRANSACTION_NUMBER_UK\n WHERE ORDER_NUMBER >= ? AND ORDER_NUMBER < ?";
    private static final String KNOWN_ELSEWHERE = "SELECT ID FROM CRM_TRANSACTION_ORDER"
            + " --DERBY-PROPERTIES constraint=CRM_TRANSACTION_EXTERNAL_ID_UK\n WHERE EXTERNAL_ID >= ? AND EXTERNAL_ID < ?";

    private OrderSelect() {}

    /** For a page in the query's order. */
    static Sql page(OrderQuery query) {
        // Derby judges an index without knowing how few rows a page takes; PostgreSQL reads this as a comment.
        return query.list().text().isPresent()
                ? from(query, "")
                : from(query, " --DERBY-PROPERTIES " + index(query) + "\n");
    }

    /** For counting, where no order matters. */
    static Sql count(OrderQuery query) {
        return from(query, "");
    }

    private static Sql from(OrderQuery query, String index) {
        Sql sql = Sql.of(" FROM CRM_TRANSACTION_ORDER O" + index + " WHERE O.ID > 0");
        query.customer().ifPresent(customer -> sql.add(" AND O.CUSTOMER_ID = ?", customer.value()));
        query.status().ifPresent(status -> sql.add(" AND O.STATUS = ?", status.name()));
        query.list().text().ifPresent(text -> sql.add(found(text)));
        return sql;
    }

    // Codes are written in capitals or not at all: three ranges find what ignoring case in every row would.
    private static Sql found(String text) {
        Set<String> beginnings =
                new LinkedHashSet<>(List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
        Sql sql = Sql.of(" AND O.ID IN (");
        String union = "";
        for (String beginning : beginnings) {
            PrefixRange range = PrefixRange.of(beginning);
            sql.add(union + NUMBERED + " UNION " + KNOWN_ELSEWHERE, range.from(), range.to(), range.from(), range.to());
            union = " UNION ";
        }
        return sql.add(")");
    }

    private static String index(OrderQuery query) {
        if (query.list().fixes("id")) {
            return "constraint=CRM_TRANSACTION_ORDER_PK";
        } else if (query.list().fixes("number")) {
            return "constraint=CRM_TRANSACTION_NUMBER_UK";
        } else if (query.list().fixes("externalId")) {
            return "constraint=CRM_TRANSACTION_EXTERNAL_ID_UK";
        } else if (query.customer().isPresent()) {
            return "index=CRM_TRANSACTION_CUSTOMER_IX";
        }
        Optional<SortOrder.Key> first = query.list().sort().first();
        if (first.isEmpty()) {
            return "constraint=CRM_TRANSACTION_ORDER_PK";
        } else if (query.status().isPresent()) {
            return "index=CRM_TRANSACTION_STATUS_IX";
        }
        return first.get().descending() ? "index=CRM_TRANSACTION_NEW_IX" : "index=CRM_TRANSACTION_OLD_IX";
    }
}
