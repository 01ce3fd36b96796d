package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.privacy.Traces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes a person out of the history of all records that tell of them, and out of what was asked for; the chain stays whole. */
final class HistoryEraser {

    private static final String VALUES = "SELECT F.CHANGE_ID, F.ORDINAL, C.RECORD_TYPE, F.BEFORE_JSON, F.AFTER_JSON"
            + " FROM CRM_HISTORY_CHANGE C JOIN CRM_HISTORY_FIELD F ON F.CHANGE_ID = C.ID WHERE C.RECORD_ID";

    // Only these say what somebody typed.
    private static final String ACTS =
            "SELECT ID, DETAIL FROM CRM_HISTORY_ACT WHERE KIND = 'EXPORT_BEGUN' AND DETAIL IS NOT NULL";

    private final Jdbc jdbc;
    private final SealTable seals;

    HistoryEraser(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.seals = new SealTable(jdbc);
    }

    /** The ids of the entries that something was taken out of. */
    record Emptied(List<Long> changes, List<Long> acts) {

        List<Long> entries() {
            List<Long> all = new ArrayList<>(changes);
            all.addAll(acts);
            return all;
        }
    }

    /** In the caller's transaction. */
    Emptied erase(Traces traces) {
        seals.lock();
        return jdbc.with(connection -> {
            List<Part> parts = new ArrayList<>();
            traces.about().forEach((type, ids) -> collect(connection, type, ids, false, traces, parts));
            traces.near().forEach((type, ids) -> collect(connection, type, ids, true, traces, parts));
            SortedSet<Long> changes = new TreeSet<>();
            parts.forEach(part -> changes.add(part.change));
            empty(connection, parts);
            List<Long> acts = acts(connection, traces);
            Emptied emptied = new Emptied(List.copyOf(changes), acts);
            Eraser.sealAgain(connection, Source.CHANGE, emptied.changes);
            Eraser.sealAgain(connection, Source.ACT, emptied.acts);
            return emptied;
        });
    }

    private static void collect(
            Connection connection, String type, Set<Long> ids, boolean named, Traces traces, List<Part> parts) {
        try {
            KeyQuery.visit(connection, VALUES, ids, row -> {
                String before = row.getString("BEFORE_JSON");
                String after = row.getString("AFTER_JSON");
                boolean told = before != null || after != null;
                if (told
                        && row.getString("RECORD_TYPE").equals(type)
                        && (!named || traces.isIn(before) || traces.isIn(after))) {
                    parts.add(new Part(row.getLong("CHANGE_ID"), row.getInt("ORDINAL")));
                }
            });
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    private static void empty(Connection connection, List<Part> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE CRM_HISTORY_FIELD SET BEFORE_JSON = NULL,"
                + " AFTER_JSON = NULL WHERE CHANGE_ID = ? AND ORDINAL = ?")) {
            for (Part part : parts) {
                update.setLong(1, part.change);
                update.setInt(2, part.ordinal);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private List<Long> acts(Connection connection, Traces traces) throws SQLException {
        SortedSet<Long> found = new TreeSet<>();
        jdbc.stream(ACTS, Jdbc.NONE, 500, row -> {
            if (traces.isIn(row.getString("DETAIL"))) {
                found.add(row.getLong("ID"));
            }
        });
        for (KeyList<Long> keys : KeyList.of(connection, found)) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE CRM_HISTORY_ACT SET DETAIL = NULL WHERE ID" + keys.condition())) {
                keys.bind(update, 1);
                update.executeUpdate();
            }
        }
        return List.copyOf(found);
    }

    private record Part(long change, int ordinal) {}
}
