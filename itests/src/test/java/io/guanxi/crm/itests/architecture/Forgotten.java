package io.guanxi.crm.itests.architecture;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Scope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;

/** What the rule is there to find, and what it must let pass. */
final class Forgotten {

    private final Jdbc jdbc;

    Forgotten(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> ofEverybody() {
        return ids("SELECT ID FROM CRM_CUSTOMER_CUSTOMER");
    }

    List<Long> reached(Scope scope) {
        return scope.everything() ? others("SELECT ID FROM CRM_CUSTOMER_CUSTOMER") : List.of();
    }

    int counted() {
        return jdbc.with(connection -> {
            try (PreparedStatement all = connection.prepareStatement("SELECT COUNT(*) FROM CRM_CUSTOMER_CUSTOMER");
                    ResultSet row = all.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    private List<Long> ids(String sql) {
        return jdbc.list(sql, Jdbc.NONE, row -> row.getLong(1));
    }

    private List<Long> others(String sql) {
        return jdbc.list(sql, Jdbc.NONE, row -> row.getLong(1));
    }
}
