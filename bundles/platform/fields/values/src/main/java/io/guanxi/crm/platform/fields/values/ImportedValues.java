package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a chunk say of custom fields, in the columns {@code custom.<code>}. What they point to and which unique
 * values are taken is asked once for all of them.
 */
public final class ImportedValues {

    private static final String CURRENCY = ".currency";

    private final Connection connection;
    private final ValueTables tables;
    private final FieldSet set;
    private final Map<Long, Map<String, Long>> owners = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    ImportedValues(Connection connection, ValueTables tables, FieldSet set) {
        this.connection = connection;
        this.tables = tables;
        this.set = set;
    }

    /** The values of these records; those without any are missing. */
    public Map<Long, CustomValues> stored(Collection<Long> records) throws SQLException {
        return new ValueReader(tables, set.fields()).read(connection, records);
    }

    /** Looks up what all rows need. */
    public void expect(List<ImportRow> rows) throws SQLException {
        List<CustomValues> values =
                rows.stream().map(row -> cells(List.of(row), CustomValues.NONE)).toList();
        set.references().expect(set.fields(), values);
        for (CustomField field : set.fields()) {
            if (field.field().rules().unique()) {
                Set<String> keys = new HashSet<>();
                values.forEach(v -> v.get(field.code()).ifPresent(value -> keys.add(key(field, value))));
                owners.put(field.id(), UniqueKeys.owners(connection, tables, field, keys));
            }
        }
    }

    private static String key(CustomField field, FieldValue value) {
        return ValueText.of(ValueRules.clean(field.field(), value, Optional.empty(), new FieldErrors())
                .orElse(value));
    }

    /**
     * The values as they are stored: a blank cell clears, a missing column leaves alone. Whatever is wrong goes to
     * {@code errors} under the name of its column.
     *
     * @param rows of one record, at least one; those that are silent agree with the others
     * @param record its id; empty for a new one
     */
    public CustomValues merged(
            List<ImportRow> rows, Optional<Long> record, Optional<CustomValues> before, FieldErrors errors) {
        FieldErrors found = new FieldErrors();
        CustomValues clean = merged(rows, before, found);
        for (FieldError error : found.found()) {
            String column = error.field().endsWith(CURRENCY)
                    ? error.field().substring(0, error.field().length() - CURRENCY.length())
                    : error.field();
            add(new FieldError(column, error.code(), error.message()), errors);
        }
        for (CustomField field : set.fields()) {
            Optional<FieldValue> value = clean.get(field.code());
            if (field.field().rules().unique() && value.isPresent()) {
                checkUnique(field, ValueText.of(value.get()), record, errors);
            }
        }
        return clean;
    }

    private CustomValues merged(List<ImportRow> rows, Optional<CustomValues> before, FieldErrors errors) {
        for (CustomField field : set.fields()) {
            if (texts(field, rows).size() > 1) {
                errors.add(
                        field.field().code(),
                        "conflicting-values",
                        "Another row of this record says something else here.",
                        "同一记录的其他行在此列的值不同。");
            }
        }
        return set.clean(cells(rows, before.orElse(CustomValues.NONE)), before, errors);
    }

    private static void add(FieldError error, FieldErrors errors) {
        errors.add(
                error.field(),
                error.code(),
                error.message().en(),
                error.message().zh());
    }

    private static List<String> texts(CustomField field, List<ImportRow> rows) {
        String column = field.field().code();
        return rows.stream()
                .flatMap(row -> row.text(column).stream())
                .distinct()
                .toList();
    }

    private CustomValues cells(List<ImportRow> rows, CustomValues before) {
        CustomValues values = before;
        for (CustomField custom : set.fields()) {
            if (rows.get(0).has(custom.field().code())) {
                List<String> texts = texts(custom, rows);
                values = texts.isEmpty()
                        ? values.without(custom.code())
                        : values.with(custom.code(), CellRules.read(custom.field(), texts.get(0)));
            }
        }
        return values;
    }

    private void checkUnique(CustomField field, String key, Optional<Long> record, FieldErrors errors) {
        Long owner = owners.getOrDefault(field.id(), Map.of()).get(key);
        if (owner != null && !record.equals(Optional.of(owner))) {
            add(UniqueKeys.taken(field), errors);
        } else if (errors.isEmpty() && !claimed.add(field.id() + " " + key)) {
            errors.add(
                    field.field().code(),
                    "duplicate-in-file",
                    "This value stands in an earlier row of this file already.",
                    "该值已在本文件前面的行中出现。");
        }
    }
}
