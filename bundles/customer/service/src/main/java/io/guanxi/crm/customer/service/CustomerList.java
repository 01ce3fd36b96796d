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
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Pages of customers. */
final class CustomerList {

    private static final String SELECT = "SELECT C.ID, C.KIND, C.CODE, C.EXTERNAL_ID, C.NAME, C.STAGE, C.INDUSTRY, "
            + "C.FIRST_PHONE, C.FIRST_EMAIL, C.FIRST_CITY, C.CREATED_AT, C.UPDATED_AT, C.ARCHIVED_AT";

    private final CustomerSelect select;
    private final CustomFields custom;
    private final KeysetSelect<CustomerEntry> pages;

    CustomerList(Jdbc jdbc, CustomFields custom) {
        this.custom = custom;
        this.select = new CustomerSelect(jdbc);
        this.pages = new KeysetSelect<>(jdbc, SELECT, "C.ID", CustomerList::entry);
    }

    Columns columns() {
        return CustomerListColumns.ALL.with(custom.fields(), "C.ID", "CRM_CUSTOMER_CUSTOMER");
    }

    Slice<CustomerEntry> page(CustomerQuery asked) {
        CustomerQuery query = select.ordered(asked);
        Slice<CustomerEntry> page = select.best(query)
                .map(best -> pages.page(best, columns(), query.list()))
                .filter(best -> best.next().isPresent())
                .orElseGet(() -> pages.page(select.page(query), columns(), query.list()));
        Map<Long, CustomValues> values = custom.ofAll(
                page.rows().stream().map(entry -> entry.id().value()).toList());
        return page.map(entry -> entry.with(values.getOrDefault(entry.id().value(), CustomValues.NONE)));
    }

    Slice<CustomerId> ids(CustomerQuery asked) {
        CustomerQuery query = select.ordered(asked);
        return pages.ids(select.page(query), columns(), query.list()).map(CustomerId::new);
    }

    long count(CustomerQuery query) {
        return pages.count(select.count(query), columns(), query.list());
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
                CustomValues.NONE);
    }
}
