package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Stage;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages of customers by key. A page is read in two steps, first what ties with the position and then what lies behind it:
 * each is one range of one index, also where an import gave a hundred thousand customers the same instant.
 */
final class CustomerList {

    private static final String COLUMNS = "SELECT C.ID, C.KIND, C.CODE, C.EXTERNAL_ID, C.NAME, C.STAGE, C.INDUSTRY, "
            + "C.FIRST_PHONE, C.FIRST_EMAIL, C.FIRST_CITY, C.CREATED_AT, C.UPDATED_AT, C.ARCHIVED_AT";

    private final Jdbc jdbc;

    CustomerList(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerEntry> page(CustomerQuery query) {
        if (query.after().isEmpty()) {
            return read(CustomerSelect.of(query), query, query.limit());
        }
        CustomerQuery.Position position = query.after().get();
        List<CustomerEntry> page =
                new ArrayList<>(read(CustomerSelect.of(query).tiedWith(position), query, query.limit()));
        if (page.size() < query.limit()) {
            page.addAll(read(CustomerSelect.of(query).behind(position), query, query.limit() - page.size()));
        }
        return page;
    }

    long count(CustomerQuery query) {
        CustomerSelect select = CustomerSelect.of(query);
        return jdbc.first("SELECT COUNT(*)" + select.sql(), select::bind, row -> row.getLong(1))
                .orElseThrow();
    }

    private List<CustomerEntry> read(CustomerSelect select, CustomerQuery query, int limit) {
        String sql = COLUMNS + select.sql() + CustomerSelect.order(query) + " FETCH FIRST " + limit + " ROWS ONLY";
        return jdbc.list(sql, select::bind, CustomerList::entry);
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
                Rows.optionalInstant(row, "ARCHIVED_AT"));
    }
}
