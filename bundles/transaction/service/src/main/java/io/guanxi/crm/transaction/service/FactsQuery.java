package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.transaction.CustomerFacts;
import java.util.List;

/** Reads what is kept of a customer. */
final class FactsQuery {

    private final Jdbc jdbc;

    FactsQuery(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerFacts> of(CustomerId customer) {
        return jdbc.list(
                "SELECT ORDERS, TOTAL, CURRENCY, FIRST_ORDER_AT, LAST_ORDER_AT FROM CRM_TRANSACTION_FACTS"
                        + " WHERE CUSTOMER_ID = ? AND ORDERS > 0 ORDER BY TOTAL DESC, CURRENCY",
                statement -> statement.setLong(1, customer.value()),
                row -> new CustomerFacts(
                        customer,
                        row.getLong("ORDERS"),
                        Decimals.money(row.getBigDecimal("TOTAL"), row.getString("CURRENCY")),
                        Rows.instant(row, "FIRST_ORDER_AT"),
                        Rows.instant(row, "LAST_ORDER_AT")));
    }
}
