package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Action;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What roles allow, as far as it isn't what they were shipped with. */
final class GrantTable {

    private final Jdbc jdbc;

    GrantTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long role, String type, Action action) {}

    /** By role. */
    Map<Long, Map<String, Set<Action>>> all() {
        Map<Long, Map<String, Set<Action>>> all = new HashMap<>();
        jdbc.list(
                        "SELECT ROLE_ID, RECORD_TYPE, ACTION FROM CRM_SECURITY_GRANT",
                        Jdbc.NONE,
                        row -> new Row(row.getLong(1), row.getString(2), Action.valueOf(row.getString(3))))
                .forEach(row -> all.computeIfAbsent(row.role(), role -> new TreeMap<>())
                        .computeIfAbsent(row.type(), type -> EnumSet.noneOf(Action.class))
                        .add(row.action()));
        return all;
    }

    void replace(long role, Map<String, Set<Action>> grants) {
        delete(role);
        grants.forEach((type, actions) -> actions.forEach(action -> insert(role, type, action)));
    }

    void delete(long role) {
        jdbc.update("DELETE FROM CRM_SECURITY_GRANT WHERE ROLE_ID = ?", s -> s.setLong(1, role));
    }

    private void insert(long role, String type, Action action) {
        jdbc.update("INSERT INTO CRM_SECURITY_GRANT (ROLE_ID, RECORD_TYPE, ACTION) VALUES (?, ?, ?)", s -> {
            s.setLong(1, role);
            s.setString(2, type);
            s.setString(3, action.name());
        });
    }
}
