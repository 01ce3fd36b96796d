package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.persistence.Jdbc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries and digests that no seal covers and that don't wait for one: nobody wrote them as they are written. */
final class Strangers {

    private static final int MOST = 100;

    private final Jdbc jdbc;

    Strangers(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Finding> uncovered() {
        return jdbc.list(
                "SELECT I.POSITION, I.ITEM_ID FROM CRM_HISTORY_SEAL_ITEM I WHERE I.POSITION > (SELECT COALESCE("
                        + "MAX(LAST_POSITION), 0) FROM CRM_HISTORY_SEAL) FETCH FIRST " + MOST + " ROWS ONLY",
                Jdbc.NONE,
                row -> inserted(row.getLong("POSITION"), row.getLong("ITEM_ID")));
    }

    static Finding inserted(long position, long entry) {
        return new Finding(
                Finding.Kind.INSERTED,
                Optional.empty(),
                Optional.of(position),
                Optional.of(entry),
                Optional.empty(),
                Optional.empty());
    }

    List<Finding> unsealed() {
        List<Finding> found = new ArrayList<>(unsealed("CRM_HISTORY_CHANGE"));
        found.addAll(unsealed("CRM_HISTORY_ACT"));
        return found;
    }

    // Asked twice, since an entry may be sealed between two looks of one statement.
    private List<Finding> unsealed(String table) {
        List<Finding> first = query(table);
        return first.isEmpty() ? first : query(table);
    }

    private List<Finding> query(String table) {
        return jdbc.list(
                "SELECT E.ID, E.RECORD_TYPE, E.RECORD_ID FROM " + table + " E WHERE NOT EXISTS"
                        + " (SELECT 1 FROM CRM_HISTORY_SEAL_ITEM I WHERE I.ITEM_ID = E.ID) AND NOT EXISTS"
                        + " (SELECT 1 FROM CRM_HISTORY_UNSEALED U WHERE E.ID >= U.FIRST_ID AND E.ID <= U.LAST_ID)"
                        + " FETCH FIRST " + MOST + " ROWS ONLY",
                Jdbc.NONE,
                row -> {
                    Optional<String> type = Optional.ofNullable(row.getString("RECORD_TYPE"));
                    long record = row.getLong("RECORD_ID");
                    return new Finding(
                            Finding.Kind.INSERTED,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(row.getLong("ID")),
                            type,
                            row.wasNull() ? Optional.empty() : Optional.of(record));
                });
    }
}
