package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.FieldRight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What fields roles are kept from, as far as it isn't what they were shipped with. */
final class FieldRightTable {

    private final Jdbc jdbc;

    FieldRightTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long role, String type, String field, FieldRight right) {}

    /** By role. */
    Map<Long, Map<String, Map<String, FieldRight>>> all() {
        Map<Long, Map<String, Map<String, FieldRight>>> all = new HashMap<>();
        jdbc.list(
                        "SELECT ROLE_ID, RECORD_TYPE, FIELD, FIELD_RIGHT FROM CRM_SECURITY_FIELD_RIGHT",
                        Jdbc.NONE,
                        row -> new Row(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                FieldRight.valueOf(row.getString(4))))
                .forEach(row -> all.computeIfAbsent(row.role(), role -> new TreeMap<>())
                        .computeIfAbsent(row.type(), type -> new TreeMap<>())
                        .put(row.field(), row.right()));
        return all;
    }

    void replace(long role, Map<String, Map<String, FieldRight>> fields) {
        delete(role);
        jdbc.with(connection -> {
            BatchInsert rows = BatchInsert.of(
                    connection, "CRM_SECURITY_FIELD_RIGHT", List.of("ROLE_ID", "RECORD_TYPE", "FIELD", "FIELD_RIGHT"));
            fields.forEach((type, rights) -> rights.forEach((field, right) -> rows.add((s, first) -> {
                s.setLong(first, role);
                s.setString(first + 1, type);
                s.setString(first + 2, field);
                s.setString(first + 3, right.name());
            })));
            rows.write();
            return role;
        });
    }

    void delete(long role) {
        jdbc.update("DELETE FROM CRM_SECURITY_FIELD_RIGHT WHERE ROLE_ID = ?", s -> s.setLong(1, role));
    }
}
