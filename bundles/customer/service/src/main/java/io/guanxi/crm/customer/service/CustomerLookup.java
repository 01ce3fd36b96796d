package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Finds many customers at once by their keys. */
final class CustomerLookup {

    private static final int AT_ONCE = 500;

    private final Jdbc jdbc;

    CustomerLookup(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<CustomerId, String> names(Collection<CustomerId> ids) {
        Map<CustomerId, String> names = new HashMap<>();
        for (List<CustomerId> some : chunks(ids)) {
            jdbc.list(
                    "SELECT ID, NAME FROM CRM_CUSTOMER_CUSTOMER WHERE ID IN (" + marks(some.size()) + ")",
                    statement -> {
                        for (int i = 0; i < some.size(); i++) {
                            statement.setLong(i + 1, some.get(i).value());
                        }
                    },
                    row -> names.put(new CustomerId(row.getLong(1)), row.getString(2)));
        }
        return names;
    }

    Map<String, CustomerId> byExternalIds(Collection<String> externalIds) {
        Map<String, CustomerId> found = new HashMap<>();
        for (List<String> some : chunks(externalIds)) {
            jdbc.list(
                    "SELECT EXTERNAL_ID, ID FROM CRM_CUSTOMER_CUSTOMER WHERE EXTERNAL_ID IN (" + marks(some.size())
                            + ")",
                    statement -> {
                        for (int i = 0; i < some.size(); i++) {
                            statement.setString(i + 1, some.get(i));
                        }
                    },
                    row -> found.put(row.getString(1), new CustomerId(row.getLong(2))));
        }
        return found;
    }

    private static <T> List<List<T>> chunks(Collection<T> keys) {
        List<T> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += AT_ONCE) {
            chunks.add(distinct.subList(start, Math.min(start + AT_ONCE, distinct.size())));
        }
        return chunks;
    }

    private static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }
}
