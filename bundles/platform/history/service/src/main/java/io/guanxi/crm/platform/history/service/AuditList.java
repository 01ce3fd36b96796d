package io.guanxi.crm.platform.history.service;

import static io.guanxi.crm.platform.query.sql.Storage.CONSTANT;
import static io.guanxi.crm.platform.query.sql.Storage.ID;
import static io.guanxi.crm.platform.query.sql.Storage.MILLIS;
import static io.guanxi.crm.platform.query.sql.Storage.TEXT;

import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Position;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Column;
import io.guanxi.crm.platform.query.sql.Columns;
import io.guanxi.crm.platform.query.sql.KeysetSelect;
import io.guanxi.crm.platform.query.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Pages of the trail: one of the changes and one of the acts, both by an index, put together in the order of time. */
final class AuditList {

    private static final Columns CHANGES = columns("CHANGED");
    private static final Columns ACTS = columns("ACTED");
    private static final Sql FROM_CHANGES = Sql.of(" FROM CRM_HISTORY_CHANGE E WHERE 1 = 1");
    private static final Sql FROM_ACTS = Sql.of(" FROM CRM_HISTORY_ACT E WHERE 1 = 1");

    private static final Slice<AuditEntry> NONE = new Slice<>(List.of(), Optional.empty());

    private final KeysetSelect<AuditEntry> changes;
    private final KeysetSelect<AuditEntry> acts;
    private final ChangeReader fields;
    private final SealTable seals;

    AuditList(Jdbc jdbc) {
        this.changes = new KeysetSelect<>(
                jdbc,
                "SELECT E.ID, E.CHANGED_AT, E.CHANGED_BY, E.ADDRESS, E.KIND, E.RECORD_TYPE, E.RECORD_ID",
                "E.ID",
                row -> entry(row, "CHANGED", Optional.empty()));
        this.acts = new KeysetSelect<>(
                jdbc,
                "SELECT E.ID, E.ACTED_AT, E.ACTED_BY, E.ADDRESS, E.KIND, E.RECORD_TYPE, E.RECORD_ID, E.DETAIL",
                "E.ID",
                row -> entry(row, "ACTED", Rows.optionalText(row, "DETAIL")));
        this.fields = new ChangeReader(jdbc);
        this.seals = new SealTable(jdbc);
    }

    private static Columns columns(String verb) {
        return Columns.of(
                AuditFields.ALL,
                Map.of(
                        "at", Column.Own.of("E." + verb + "_AT", MILLIS),
                        "by", Column.Own.of("E." + verb + "_BY", TEXT),
                        "address", Column.Own.nullable("E.ADDRESS", TEXT),
                        "kind", Column.Own.of("E.KIND", CONSTANT),
                        "recordType", Column.Own.nullable("E.RECORD_TYPE", TEXT),
                        "recordId", Column.Own.nullable("E.RECORD_ID", ID)));
    }

    private static AuditEntry entry(ResultSet row, String verb, Optional<String> detail) throws SQLException {
        long record = row.getLong("RECORD_ID");
        Optional<Long> id = row.wasNull() ? Optional.empty() : Optional.of(record);
        return new AuditEntry(
                row.getLong("ID"),
                Rows.instant(row, verb + "_AT"),
                row.getString(verb + "_BY"),
                Rows.optionalText(row, "ADDRESS"),
                row.getString("KIND"),
                Rows.optionalText(row, "RECORD_TYPE"),
                id,
                List.of(),
                detail,
                Optional.empty());
    }

    Slice<AuditEntry> page(ListQuery query) {
        Set<String> kinds = KindsAsked.of(query);
        Slice<AuditEntry> some =
                KindsAsked.some(kinds, ChangeKind.class) ? changes.page(FROM_CHANGES, CHANGES, query) : NONE;
        Slice<AuditEntry> others = KindsAsked.some(kinds, ActKind.class) ? acts.page(FROM_ACTS, ACTS, query) : NONE;
        Comparator<AuditEntry> byTime = Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id);
        boolean down = query.sort().keys().get(0).descending();
        List<AuditEntry> all = Stream.concat(some.rows().stream(), others.rows().stream())
                .sorted(down ? byTime.reversed() : byTime)
                .toList();
        boolean more = all.size() > query.limit()
                || some.next().isPresent()
                || others.next().isPresent();
        List<AuditEntry> shown = all.subList(0, Math.min(all.size(), query.limit()));
        return new Slice<>(whole(shown), more ? Optional.of(position(shown.get(shown.size() - 1))) : Optional.empty());
    }

    long count(ListQuery query) {
        return changes.count(FROM_CHANGES, CHANGES, query) + acts.count(FROM_ACTS, ACTS, query);
    }

    private static Position position(AuditEntry last) {
        return new Position(List.of(Optional.of(Long.toString(last.at().toEpochMilli()))), last.id());
    }

    private List<AuditEntry> whole(List<AuditEntry> bare) {
        List<Long> ids = bare.stream().map(AuditEntry::id).toList();
        Map<Long, SortedMap<Integer, FieldChange>> changed = fields.fields(ids);
        Map<Long, Long> positions = seals.positions(ids);
        List<AuditEntry> whole = new ArrayList<>(bare.size());
        for (AuditEntry entry : bare) {
            whole.add(new AuditEntry(
                    entry.id(),
                    entry.at(),
                    entry.by(),
                    entry.address(),
                    entry.kind(),
                    entry.recordType(),
                    entry.recordId(),
                    List.copyOf(
                            changed.getOrDefault(entry.id(), new TreeMap<>()).values()),
                    entry.detail(),
                    Optional.ofNullable(positions.get(entry.id()))));
        }
        return whole;
    }
}
