package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.InList;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds many customers at once by their keys. */
final class CustomerLookup {

    private final Jdbc jdbc;

    CustomerLookup(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<CustomerId, String> names(Collection<CustomerId> ids) {
        Map<CustomerId, String> names = new HashMap<>();
        return jdbc.with(connection -> {
            InList.visit(
                    connection,
                    "SELECT ID, NAME FROM " + InList.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CUSTOMER_PK")
                            + "WHERE ID IN",
                    ids,
                    (statement, index, id) -> statement.setLong(index, id.value()),
                    row -> names.put(new CustomerId(row.getLong(1)), row.getString(2)));
            return names;
        });
    }

    Map<String, CustomerId> byExternalIds(Collection<String> externalIds) {
        Map<String, CustomerId> found = new HashMap<>();
        return jdbc.with(connection -> {
            InList.visit(
                    connection,
                    "SELECT EXTERNAL_ID, ID FROM "
                            + InList.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_EXTERNAL_ID_UK")
                            + "WHERE EXTERNAL_ID IN",
                    externalIds,
                    PreparedStatement::setString,
                    row -> found.put(row.getString(1), new CustomerId(row.getLong(2))));
            return found;
        });
    }
}
