package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Takes values out of the history. The digests stay, and the chain with them; the salts go, so that nobody can try values
 * until one fits; and what is left of each change is sealed again.
 */
final class Eraser {

    private static final String CHANGES = "SELECT DISTINCT C.ID FROM CRM_HISTORY_CHANGE C JOIN CRM_HISTORY_FIELD F"
            + " ON F.CHANGE_ID = C.ID WHERE C.RECORD_ID = ? AND C.RECORD_TYPE = ?"
            + " AND (F.BEFORE_JSON IS NOT NULL OR F.AFTER_JSON IS NOT NULL)";

    private final Jdbc jdbc;
    private final SealTable table;

    Eraser(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.table = new SealTable(jdbc);
    }

    /** In the caller's transaction. Gives the ids of the changes. */
    List<Long> erase(String recordType, long recordId, Set<String> fields) {
        table.lock();
        List<String> names = List.copyOf(fields);
        String some = names.isEmpty() ? "" : " AND F.FIELD IN (?" + ", ?".repeat(names.size() - 1) + ")";
        List<Long> changes = jdbc.list(
                CHANGES + some,
                statement -> {
                    statement.setLong(1, recordId);
                    statement.setString(2, recordType);
                    for (int i = 0; i < names.size(); i++) {
                        statement.setString(i + 3, names.get(i));
                    }
                },
                row -> row.getLong(1));
        jdbc.with(connection -> {
            blank(connection, changes, names);
            sealAgain(connection, Source.CHANGE, changes);
            return 0;
        });
        return changes;
    }

    private static void blank(Connection connection, List<Long> changes, List<String> names) throws SQLException {
        String some = names.isEmpty() ? "" : "FIELD IN (?" + ", ?".repeat(names.size() - 1) + ") AND ";
        for (KeyList<Long> keys : KeyList.of(connection, changes)) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE CRM_HISTORY_FIELD SET BEFORE_JSON = NULL, AFTER_JSON = NULL WHERE " + some + "CHANGE_ID"
                            + keys.condition())) {
                for (int i = 0; i < names.size(); i++) {
                    update.setString(i + 1, names.get(i));
                }
                keys.bind(update, names.size() + 1);
                update.executeUpdate();
            }
        }
    }

    // What isn't sealed yet will be, as it is now.
    static void sealAgain(Connection connection, Source source, List<Long> entries) throws SQLException {
        List<Long> sealed = new ArrayList<>();
        KeyQuery.visit(
                connection,
                "SELECT DISTINCT ITEM_ID FROM CRM_HISTORY_SEAL_ITEM WHERE SALT IS NOT NULL AND ITEM_ID",
                entries,
                row -> sealed.add(row.getLong(1)));
        for (KeyList<Long> keys : KeyList.of(connection, sealed)) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE CRM_HISTORY_SEAL_ITEM SET SALT = NULL WHERE ITEM_ID" + keys.condition())) {
                keys.bind(update, 1);
                update.executeUpdate();
            }
        }
        long[] ordered = sealed.stream().mapToLong(Long::longValue).sorted().toArray();
        Unsealed.add(connection, source, Arrays.stream(ordered).boxed().toList());
    }
}
