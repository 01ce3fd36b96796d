package com.example.erp;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.transaction.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

/** The sales of the ERP, and what became of them in the CRM. */
final class SaleTable {

    private static final String WAITING = "SELECT * FROM ERP_SALE WHERE ORDER_ID IS NULL AND REFUSAL IS NULL"
            + " AND SALE_NUMBER > ? ORDER BY SALE_NUMBER FETCH FIRST 100 ROWS ONLY";

    private final Jdbc jdbc;

    SaleTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Sales behind this number that are no orders yet, by number; 100 at most. */
    List<Sale> waiting(String after) {
        return jdbc.list(WAITING, statement -> statement.setString(1, after), SaleTable::sale);
    }

    void became(String number, OrderId order) {
        jdbc.update("UPDATE ERP_SALE SET ORDER_ID = ? WHERE SALE_NUMBER = ?", statement -> {
            statement.setLong(1, order.value());
            statement.setString(2, number);
        });
    }

    void refused(String number, String reason) {
        jdbc.update("UPDATE ERP_SALE SET REFUSAL = ? WHERE SALE_NUMBER = ?", statement -> {
            statement.setString(1, reason.substring(0, Math.min(500, reason.length())));
            statement.setString(2, number);
        });
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                row.getString("SALE_NUMBER"),
                row.getString("CUSTOMER_KEY"),
                Rows.instant(row, "SOLD_AT"),
                Currency.getInstance(row.getString("CURRENCY")),
                row.getString("PRODUCT"),
                row.getBigDecimal("QUANTITY"),
                row.getBigDecimal("UNIT_PRICE"));
    }
}
