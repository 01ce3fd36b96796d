package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** FROM and WHERE of a list, with their parameters in order. */
final class CustomerSelect {

    private static final String ALL = " FROM CRM_CUSTOMER_CUSTOMER C";
    private static final String NAMED = "SELECT ID FROM CRM_CUSTOMER_CUSTOMER"
            + " --DERBY-PROPERTIES index=CRM_CUSTOMER_NAME_IX\n"
            + " WHERE ARCHIVED = ? AND NAME_KEY >= ? AND NAME_KEY < ?";
    private static final String REACHED =
            "SELECT CUSTOMER_ID AS ID FROM CRM_CUSTOMER_PHONE WHERE DIGITS >= ? AND DIGITS < ?";

    // What has been found is looked up one by one, however little Derby knows of it. The two indexes are asked apart:
    // an OR over both tables would read every customer.
    private static final String FOUND = " FROM --DERBY-PROPERTIES joinOrder=FIXED\n (" + NAMED + " UNION " + REACHED
            + ") F, CRM_CUSTOMER_CUSTOMER C"
            + " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=CRM_CUSTOMER_CUSTOMER_PK\n"
            + " WHERE C.ID = F.ID AND C.ARCHIVED = ?";

    private final CustomerQuery query;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private CustomerSelect(CustomerQuery query) {
        this.query = query;
    }

    static CustomerSelect of(CustomerQuery query) {
        CustomerSelect select = new CustomerSelect(query);
        select.from();
        return select;
    }

    private void from() {
        String text = query.text().orElse("");
        String name = CustomerName.normalised(text);
        String digits = PhoneNumber.mayBegin(text) ? PhoneNumber.normalised(text) : "";
        if (digits.isEmpty()) {
            sql.append(ALL).append(index(!name.isEmpty())).append(" WHERE C.ARCHIVED = ?");
        } else {
            sql.append(FOUND);
            parameters.add(query.archived() ? 1 : 0);
            add(PrefixRange.of(name));
            add(PrefixRange.of(digits));
        }
        parameters.add(query.archived() ? 1 : 0);
        query.kind().ifPresent(kind -> and("C.KIND = ?", kind.name()));
        if (digits.isEmpty() && !name.isEmpty()) {
            sql.append(" AND C.NAME_KEY >= ? AND C.NAME_KEY < ?");
            add(PrefixRange.of(name));
        }
    }

    // Derby judges an index without knowing how few rows a page takes; PostgreSQL reads this as a comment.
    private String index(boolean named) {
        boolean byName = query.sort() == CustomerQuery.Sort.NAME;
        String index = "";
        if (named) {
            index = byName && query.descending() ? "CRM_CUSTOMER_NAME_DOWN_IX" : "CRM_CUSTOMER_NAME_IX";
        } else if (query.kind().isPresent() && byName && !query.descending()) {
            index = "CRM_CUSTOMER_KIND_NAME_IX";
        }
        return index.isEmpty() ? "" : " --DERBY-PROPERTIES index=" + index + "\n";
    }

    CustomerSelect tiedWith(CustomerQuery.Position position) {
        and(column(query.sort()) + " = ?", value(position));
        and("C.ID " + (query.descending() ? "<" : ">") + " ?", position.id());
        return this;
    }

    CustomerSelect behind(CustomerQuery.Position position) {
        and(column(query.sort()) + (query.descending() ? " < ?" : " > ?"), value(position));
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

    static String order(CustomerQuery query) {
        String direction = query.descending() ? " DESC" : "";
        return " ORDER BY " + column(query.sort()) + direction + ", C.ID" + direction;
    }

    private static String column(CustomerQuery.Sort sort) {
        return switch (sort) {
            case NAME -> "C.NAME_KEY";
            case CREATED_AT -> "C.CREATED_AT";
            case UPDATED_AT -> "C.UPDATED_AT";
        };
    }

    private Object value(CustomerQuery.Position position) {
        return query.sort() == CustomerQuery.Sort.NAME
                ? CustomerName.normalised(position.value())
                : Long.valueOf(position.value());
    }

    private void and(String condition, Object parameter) {
        sql.append(" AND ").append(condition);
        parameters.add(parameter);
    }

    private void add(PrefixRange range) {
        parameters.add(range.from());
        parameters.add(range.to());
    }
}
