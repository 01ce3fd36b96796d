package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The custom fields of one record type, as its service uses them: check, read, write, in the caller's transaction. */
public final class CustomFields implements AutoCloseable {

    private final Neighbour<FieldCatalog> catalog;
    private final String recordType;
    private final Jdbc jdbc;
    private final ValueTables tables;

    /** @param table of the records; those of the values are named after it */
    public CustomFields(Neighbour<FieldCatalog> catalog, String recordType, Jdbc jdbc, String table) {
        this.catalog = catalog;
        this.recordType = recordType;
        this.jdbc = jdbc;
        this.tables = new ValueTables(table);
    }

    @Override
    public void close() {
        catalog.close();
    }

    /**
     * Keeps the definitions as they are until the caller's transaction ends. Call it before a record is locked: who changes
     * definitions locks these first and records afterwards, and would otherwise wait for one who waits for him.
     */
    public void holdDefinitions() {
        if (!catalog.get().customFields(recordType).isEmpty()) {
            catalog.get().lockedFields(recordType);
        }
    }

    /**
     * The values as they are stored. Whatever is wrong goes to {@code errors}, under {@code custom.<code>}. Call it in the
     * transaction that writes them.
     *
     * @param before empty for a new record, which gets standard values where it gives none
     */
    public CustomValues clean(CustomValues given, Optional<CustomValues> before, FieldErrors errors) {
        return set(given).clean(given, before, errors);
    }

    // The lock costs a round trip; nothing is written to a record without values.
    private FieldSet set(CustomValues given) {
        List<CustomField> known = catalog.get().customFields(recordType);
        boolean writes = !given.isEmpty()
                || known.stream().anyMatch(field -> field.standard().isPresent());
        return new FieldSet(writes ? catalog.get().lockedFields(recordType) : known, new References(catalog));
    }

    /** The values of one record. */
    public CustomValues of(long record) {
        return ofAll(List.of(record)).getOrDefault(record, CustomValues.NONE);
    }

    /** The values of these records; those without any are missing. */
    public Map<Long, CustomValues> ofAll(Collection<Long> records) {
        List<CustomField> fields = catalog.get().customFields(recordType);
        return fields.isEmpty() || records.isEmpty()
                ? Map.of()
                : jdbc.with(connection -> new ValueReader(tables, fields).read(connection, records));
    }

    /**
     * Writes what differs.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException naming the field whose value another record has
     */
    public void write(long record, CustomValues before, CustomValues after) {
        if (!before.equals(after)) {
            jdbc.with(connection -> {
                write(connection, List.of(new ValueChange(record, before, after)));
                return 0;
            });
        }
    }

    /** Like {@link #write(long, CustomValues, CustomValues)} for many records in one batch. */
    public void write(Connection connection, List<ValueChange> changes) throws SQLException {
        List<ValueChange> real =
                changes.stream().filter(c -> !c.before().equals(c.after())).toList();
        if (!real.isEmpty()) {
            new ValueWriter(tables, writable(real)).write(connection, real);
        }
    }

    // Where values come, they were checked in this transaction against fields that are locked since.
    private List<CustomField> writable(List<ValueChange> changes) {
        boolean locked = changes.stream().anyMatch(change -> !change.after().isEmpty());
        return locked ? catalog.get().customFields(recordType) : catalog.get().lockedFields(recordType);
    }

    /** The fields as they are now, for columns of files. */
    public List<CustomField> fields() {
        return catalog.get().customFields(recordType);
    }

    /** What the rows of a file say of custom fields. */
    public ImportedValues imported(Connection connection) {
        FieldSet set = new FieldSet(catalog.get().lockedFields(recordType), new References(catalog));
        return new ImportedValues(connection, tables, set);
    }
}
