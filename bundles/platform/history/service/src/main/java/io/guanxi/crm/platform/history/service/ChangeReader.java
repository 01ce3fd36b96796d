package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeEntry;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads pages of a record's history: one question for the changes, one for the fields of all of them. */
final class ChangeReader {

    private static final String FIELDS = "SELECT CHANGE_ID, ORDINAL, FIELD, BEFORE_JSON, AFTER_JSON FROM "
            + KeyQuery.table("CRM_HISTORY_FIELD", "CRM_HISTORY_FIELD_PK") + "WHERE CHANGE_ID";

    private final Jdbc jdbc;

    ChangeReader(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<ChangeEntry> page(HistoryQuery query) {
        List<ChangeEntry> bare = jdbc.list(sql(query), statement -> bind(statement, query), ChangeReader::entry);
        Map<Long, SortedMap<Integer, FieldChange>> fields =
                fields(bare.stream().map(ChangeEntry::id).toList());
        return bare.stream()
                .map(entry -> with(
                        entry,
                        fields.getOrDefault(entry.id(), new TreeMap<>()).values().stream()
                                .filter(field -> query.fields().isEmpty()
                                        || query.fields().contains(field.field()))
                                .toList()))
                .toList();
    }

    private static String sql(HistoryQuery query) {
        String marks =
                String.join(", ", query.fields().stream().map(field -> "?").toList());
        return "SELECT C.ID, C.RECORD_TYPE, C.RECORD_ID, C.KIND, C.CHANGED_AT, C.CHANGED_BY"
                + " FROM CRM_HISTORY_CHANGE C --DERBY-PROPERTIES index=CRM_HISTORY_RECORD_IX\n"
                + "WHERE C.RECORD_ID = ? AND C.RECORD_TYPE = ?"
                + (query.after().isPresent()
                        ? " AND C.CHANGED_AT <= ? AND (C.CHANGED_AT < ? OR C.CHANGED_AT = ? AND C.ID < ?)"
                        : "")
                + (query.fields().isEmpty()
                        ? ""
                        : " AND EXISTS (SELECT 1 FROM CRM_HISTORY_FIELD F WHERE F.CHANGE_ID = C.ID AND F.FIELD IN ("
                                + marks + "))")
                + " ORDER BY C.CHANGED_AT DESC, C.ID DESC FETCH FIRST " + query.limit() + " ROWS ONLY";
    }

    private static void bind(PreparedStatement statement, HistoryQuery query) throws SQLException {
        statement.setLong(1, query.recordId());
        statement.setString(2, query.recordType());
        int index = 3;
        if (query.after().isPresent()) {
            HistoryQuery.Position after = query.after().get();
            Rows.setInstant(statement, index++, after.at());
            Rows.setInstant(statement, index++, after.at());
            Rows.setInstant(statement, index++, after.at());
            statement.setLong(index++, after.id());
        }
        for (String field : query.fields()) {
            statement.setString(index++, field);
        }
    }

    private static ChangeEntry entry(ResultSet row) throws SQLException {
        return new ChangeEntry(
                row.getLong("ID"),
                Change.of(
                        row.getString("RECORD_TYPE"),
                        row.getLong("RECORD_ID"),
                        ChangeKind.valueOf(row.getString("KIND")),
                        Rows.instant(row, "CHANGED_AT"),
                        row.getString("CHANGED_BY")));
    }

    /** What differs, by change and in order. */
    Map<Long, SortedMap<Integer, FieldChange>> fields(List<Long> ids) {
        return jdbc.with(connection -> {
            Map<Long, SortedMap<Integer, FieldChange>> byChange = new HashMap<>();
            KeyQuery.visit(connection, FIELDS, ids, row -> byChange.computeIfAbsent(
                            row.getLong("CHANGE_ID"), id -> new TreeMap<>())
                    .put(
                            row.getInt("ORDINAL"),
                            new FieldChange(
                                    row.getString("FIELD"),
                                    Rows.optionalText(row, "BEFORE_JSON"),
                                    Rows.optionalText(row, "AFTER_JSON"))));
            return byChange;
        });
    }

    private static ChangeEntry with(ChangeEntry entry, List<FieldChange> fields) {
        Change bare = entry.change();
        return new ChangeEntry(
                entry.id(), new Change(bare.recordType(), bare.recordId(), bare.kind(), bare.at(), bare.by(), fields));
    }
}
