package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.audit.AuditEntry;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.exports.ExportColumn;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.exports.IdBatches;
import io.guanxi.crm.platform.exports.ListBatches;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The trail on its way into one file, a row for each field that was changed. Its list gives whole entries, so a part is kept
 * until its rows are asked for.
 */
final class AuditFile implements ExportSource, IdBatches {

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.of("id", "Entry", "条目"),
            ExportColumn.of("at", "At", "时间"),
            ExportColumn.of("by", "By", "操作人"),
            ExportColumn.of("address", "Address", "地址"),
            ExportColumn.of("kind", "What", "操作"),
            ExportColumn.of("recordType", "Record type", "记录类型"),
            ExportColumn.of("recordId", "Record", "记录"),
            ExportColumn.of("field", "Field", "字段"),
            ExportColumn.of("before", "Before", "修改前"),
            ExportColumn.of("after", "After", "修改后"),
            ExportColumn.of("detail", "Detail", "详情"),
            ExportColumn.of("position", "Position in the chain", "链中位置"));

    private final Neighbour<AuditTrail> trail;
    private final ListBatches<AuditEntry> batches;
    private Map<Long, AuditEntry> part = Map.of();

    AuditFile(Neighbour<AuditTrail> trail, ListQuery query) {
        this.trail = trail;
        this.batches = new ListBatches<>(query, this::read, AuditEntry::id);
    }

    private Slice<AuditEntry> read(ListQuery query) {
        Slice<AuditEntry> slice = trail.get().export(query);
        Map<Long, AuditEntry> entries = new HashMap<>();
        slice.rows().forEach(entry -> entries.put(entry.id(), entry));
        part = entries;
        return slice;
    }

    @Override
    public String type() {
        return AuditTrail.TYPE;
    }

    @Override
    public List<ExportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void check() {
        // the trail refuses by itself, and is asked for its first part before a file is begun
    }

    @Override
    public IdBatches all() {
        return this;
    }

    @Override
    public long[] next() {
        return batches.next();
    }

    @Override
    public List<ExportRow> read(long[] ids) {
        List<ExportRow> rows = new ArrayList<>(ids.length);
        for (long id : ids) {
            Optional.ofNullable(part.get(id)).ifPresent(entry -> addRows(entry, rows));
        }
        return rows;
    }

    private static void addRows(AuditEntry entry, List<ExportRow> rows) {
        if (entry.fields().isEmpty()) {
            rows.add(row(entry, Optional.empty()));
        }
        entry.fields().forEach(field -> rows.add(row(entry, Optional.of(field))));
    }

    private static ExportRow row(AuditEntry entry, Optional<FieldChange> field) {
        return ExportRow.of(
                Ids.toText(entry.id()),
                entry.at(),
                entry.by(),
                entry.address().orElse(null),
                entry.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                entry.recordType().orElse(null),
                entry.recordId().map(Ids::toText).orElse(null),
                field.map(FieldChange::field).orElse(null),
                field.flatMap(FieldChange::before).orElse(null),
                field.flatMap(FieldChange::after).orElse(null),
                entry.detail().orElse(null),
                entry.position().orElse(null));
    }
}
