package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Action;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
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
        jdbc.with(connection -> {
            BatchInsert rows =
                    BatchInsert.of(connection, "CRM_SECURITY_GRANT", List.of("ROLE_ID", "RECORD_TYPE", "ACTION"));
            grants.forEach((type, actions) -> actions.forEach(action -> rows.add((s, first) -> {
                s.setLong(first, role);
                s.setString(first + 1, type);
                s.setString(first + 2, action.name());
            })));
            rows.write();
            return role;
        });
    }

    void delete(long role) {
        jdbc.update("DELETE FROM CRM_SECURITY_GRANT WHERE ROLE_ID = ?", s -> s.setLong(1, role));
    }
}
