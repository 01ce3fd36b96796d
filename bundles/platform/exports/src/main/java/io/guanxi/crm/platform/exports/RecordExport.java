package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.rights.CustomRights;
import io.guanxi.crm.platform.fields.rights.MaskedText;
import io.guanxi.crm.platform.fields.values.CustomColumns;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Records as rows of files, with the columns of their import, so that a file can be imported again. A module says which
 * columns it has and reads them; right to export, order and custom fields are the same for all. Its component extends this.
 */
public abstract class RecordExport implements ExportSource {

    private final String type;
    private final String recordType;
    private final List<ImportColumn> own;
    private final Jdbc jdbc;
    private final CustomFields custom;
    private final Access access;

    /**
     * @param type plural name on the wire, such as {@code persons}
     * @param recordType what {@link Access} and the field catalogue know the records as, such as {@code person}
     * @param own columns of the import, those of custom fields set aside
     * @param table of the records; those of their custom values are named after it
     */
    protected RecordExport(
            String type,
            String recordType,
            List<ImportColumn> own,
            String table,
            DataSource dataSource,
            Neighbour<FieldCatalog> fields,
            Access access) {
        this.type = type;
        this.recordType = recordType;
        this.own = List.copyOf(own);
        this.jdbc = new Jdbc(dataSource);
        this.custom = new CustomFields(fields, recordType, jdbc, table);
        this.access = access;
    }

    /** The database of the records. */
    protected final Jdbc jdbc() {
        return jdbc;
    }

    /** Lets go of the field catalogue; a component calls it when it goes. */
    protected void close() {
        custom.close();
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final List<ExportColumn> columns() {
        return CustomColumns.behind(own, custom.fields()).stream()
                .map(column -> new ExportColumn(column.code(), column.label()))
                .toList();
    }

    @Override
    public final void check() {
        access.require(Action.EXPORT, recordType);
    }

    @Override
    public final List<ExportRow> read(long[] ids) {
        Scope scope = access.scope(Action.EXPORT, recordType);
        long[] reached = scope.everything() || ids.length == 0 ? ids : inOrder(ids, reached(ids, scope));
        Map<Long, List<ExportRow>> records = reached.length == 0 ? Map.of() : rows(reached);
        FieldRights rights = access.fields(recordType);
        Map<Long, CustomValues> values = custom.ofAll(
                Arrays.stream(reached).boxed().filter(records::containsKey).toList());
        List<ExportRow> result = new ArrayList<>(ids.length);
        for (long id : reached) {
            for (ExportRow row : records.getOrDefault(id, List.of())) {
                row.setCustom(CustomRights.shown(values.getOrDefault(id, CustomValues.NONE), rights));
                hide(row, rights);
                result.add(row);
            }
        }
        return result;
    }

    /** The field that an own column shows. */
    protected String field(String column) {
        return column;
    }

    // The columns of a file are fixed before its rows are read; rights may change in between.
    private void hide(ExportRow row, FieldRights rights) {
        for (int i = 0; !rights.everything() && i < own.size(); i++) {
            FieldRight right = rights.of(field(own.get(i).code()));
            if (right.compareTo(FieldRight.READ) < 0) {
                row.set(i, right == FieldRight.MASK && row.get(i) instanceof String text ? MaskedText.of(text) : null);
            }
        }
    }

    /**
     * Those of these records that the scope sees, in no particular order.
     *
     * @param ids at least one
     */
    protected abstract Collection<Long> reached(long[] ids, Scope scope);

    /**
     * The customer of each of these records.
     *
     * @param select of the record's id and its customer's, ending in {@code WHERE} and the column of the records' ids
     */
    protected final Map<Long, Long> customers(String select, long[] ids) {
        Map<Long, Long> customers = new HashMap<>();
        jdbc.with(connection -> {
            List<Long> keys = Arrays.stream(ids).boxed().toList();
            KeyQuery.visit(connection, select, keys, row -> customers.put(row.getLong(1), row.getLong(2)));
            return 0;
        });
        return customers;
    }

    private static long[] inOrder(long[] ids, Collection<Long> reached) {
        Set<Long> these = Set.copyOf(reached);
        return Arrays.stream(ids).filter(these::contains).toArray();
    }

    /**
     * The rows of each of these records, their cells those of the own columns. Records of other ids may be among them.
     *
     * @param ids at least one
     */
    protected abstract Map<Long, List<ExportRow>> rows(long[] ids);
}
