package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads many entries at once: a question for the changes, one for their fields, one for the acts. */
final class EntryReader {

    private static final String CHANGES =
            "SELECT ID, RECORD_TYPE, RECORD_ID, KIND, CHANGED_AT, CHANGED_BY, ADDRESS FROM "
                    + KeyQuery.table("CRM_HISTORY_CHANGE", "CRM_HISTORY_CHANGE_PK") + "WHERE ID";
    private static final String FIELDS = "SELECT CHANGE_ID, ORDINAL, FIELD, BEFORE_JSON, AFTER_JSON FROM "
            + KeyQuery.table("CRM_HISTORY_FIELD", "CRM_HISTORY_FIELD_PK") + "WHERE CHANGE_ID";
    private static final String ACTS =
            "SELECT ID, RECORD_TYPE, RECORD_ID, KIND, ACTED_AT, ACTED_BY, ADDRESS, DETAIL FROM "
                    + KeyQuery.table("CRM_HISTORY_ACT", "CRM_HISTORY_ACT_PK") + "WHERE ID";

    private final Jdbc jdbc;

    EntryReader(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** By id; those that aren't there are missing. */
    Map<Long, Entry> read(Collection<Long> changes, Collection<Long> acts) {
        return jdbc.with(connection -> {
            Map<Long, Entry> found = new HashMap<>();
            KeyQuery.visit(connection, CHANGES, changes, row -> add(found, change(row)));
            addFields(connection, changes, found);
            KeyQuery.visit(connection, ACTS, acts, row -> add(found, act(row)));
            return found;
        });
    }

    private static void add(Map<Long, Entry> found, Entry entry) {
        found.put(entry.id(), entry);
    }

    private static Entry change(ResultSet row) throws SQLException {
        return entry(Source.CHANGE, row, row.getLong("CHANGED_AT"), row.getString("CHANGED_BY"));
    }

    private static Entry act(ResultSet row) throws SQLException {
        Source source = isReading(row.getString("KIND")) ? Source.READING : Source.ACT;
        Entry act = entry(source, row, row.getLong("ACTED_AT"), row.getString("ACTED_BY"));
        act.values().add(row.getString("DETAIL"));
        return act;
    }

    // Whatever somebody may have made of it.
    private static boolean isReading(String kind) {
        return kind.equals(ActKind.READ.name()) || kind.equals(ActKind.LISTED.name());
    }

    private static Entry entry(Source source, ResultSet row, long at, String by) throws SQLException {
        String kind = row.getString("KIND");
        Optional<String> type = Optional.ofNullable(row.getString("RECORD_TYPE"));
        long number = row.getLong("RECORD_ID");
        Optional<Long> record = row.wasNull() ? Optional.empty() : Optional.of(number);
        List<@Nullable String> values = new ArrayList<>();
        values.add(type.orElse(null));
        values.add(record.map(String::valueOf).orElse(null));
        values.add(kind);
        values.add(Long.toString(at));
        values.add(by);
        values.add(row.getString("ADDRESS"));
        return new Entry(source, row.getLong("ID"), at, kind, type, record, values);
    }

    private static void addFields(Connection connection, Collection<Long> changes, Map<Long, Entry> found)
            throws SQLException {
        Map<Long, TreeMap<Integer, Part>> parts = new HashMap<>();
        KeyQuery.visit(connection, FIELDS, changes, row -> parts.computeIfAbsent(
                        row.getLong("CHANGE_ID"), id -> new TreeMap<>())
                .put(
                        row.getInt("ORDINAL"),
                        new Part(row.getString("FIELD"), row.getString("BEFORE_JSON"), row.getString("AFTER_JSON"))));
        parts.forEach((id, ordered) -> {
            Entry change = found.get(id);
            if (change != null) {
                ordered.forEach((ordinal, part) -> change.add(ordinal, part.field, part.before, part.after));
            }
        });
    }

    private record Part(String field, @Nullable String before, @Nullable String after) {}
}
