package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds many customers at once by their keys. */
final class CustomerLookup {

    private static final String NAMES =
            "SELECT ID, NAME FROM " + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_CUSTOMER_PK") + "WHERE ID";
    private static final String EXTERNAL_IDS = "SELECT EXTERNAL_ID, ID FROM "
            + KeyQuery.table("CRM_CUSTOMER_CUSTOMER", "CRM_CUSTOMER_EXTERNAL_ID_UK") + "WHERE EXTERNAL_ID";

    private final Jdbc jdbc;

    CustomerLookup(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<CustomerId, String> names(Collection<CustomerId> ids) {
        Map<CustomerId, String> names = new HashMap<>();
        jdbc.with(connection -> {
            KeyQuery.visit(
                    connection,
                    NAMES,
                    ids.stream().map(CustomerId::value).toList(),
                    row -> names.put(new CustomerId(row.getLong(1)), row.getString(2)));
            return 0;
        });
        return names;
    }

    Map<String, CustomerId> byExternalIds(Collection<String> externalIds) {
        return KeyQuery.idsByText(jdbc, EXTERNAL_IDS, externalIds, CustomerId::new);
    }
}
