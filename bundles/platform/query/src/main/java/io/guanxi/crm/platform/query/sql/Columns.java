package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of a record type and where their values lie: nothing else can be named in a filter or an order. */
public final class Columns {

    private final Map<String, Column> columns;
    private final List<Field> fields;

    private Columns(Map<String, Column> columns, List<Field> fields) {
        this.columns = columns;
        this.fields = fields;
    }

    /** Of a module's own fields those that have a column. */
    public static Columns of(List<Field> fields, Map<String, Column> columns) {
        return new Columns(
                Map.copyOf(columns),
                fields.stream()
                        .filter(field -> columns.containsKey(field.code()))
                        .toList());
    }

    /**
     * These and the custom fields of the type, which can be filtered by; sorted by as far as {@link CustomField#sortable}.
     *
     * @param record the record's id with its table's alias, such as {@code C.ID}
     * @param table the type's table, such as {@code CRM_CUSTOMER_CUSTOMER}: values lie in {@code …_VALUE}, those of indexed
     *     fields in {@code …_VALUE_IX} too
     */
    public Columns with(List<CustomField> custom, String record, String table) {
        Map<String, Column> allColumns = new LinkedHashMap<>(columns);
        List<Field> allFields = new ArrayList<>(fields);
        for (CustomField field : custom) {
            if (!field.retired()) {
                allColumns.put(field.field().code(), column(field, record, table));
                allFields.add(filterable(field));
            }
        }
        return new Columns(Collections.unmodifiableMap(allColumns), List.copyOf(allFields));
    }

    /** Those of these fields alone. */
    public Columns of(Predicate<String> codes) {
        Map<String, Column> left = new LinkedHashMap<>(columns);
        left.keySet().removeIf(code -> !codes.test(code));
        return new Columns(
                Collections.unmodifiableMap(left),
                fields.stream().filter(field -> codes.test(field.code())).toList());
    }

    /** What can be named, for {@link io.guanxi.crm.platform.query.Filter#parse}. */
    public List<Field> fields() {
        return fields;
    }

    /** @throws IllegalArgumentException for a field that is none of these */
    Column of(Field field) {
        Column column = columns.get(field.code());
        if (column == null) {
            throw new IllegalArgumentException("no column for the field " + field.code());
        }
        return column;
    }

    private static Column column(CustomField custom, String record, String table) {
        FieldType type = custom.field().type();
        boolean searched = custom.indexed() && type != FieldType.LONG_TEXT;
        return new Column.Beside(
                record,
                table + (searched ? "_VALUE_IX" : "_VALUE"),
                "RECORD_ID",
                valueColumn(type),
                storage(type),
                "P.FIELD_ID = ?",
                List.of(custom.id()),
                searched);
    }

    private static Field filterable(CustomField custom) {
        Field field = custom.field();
        FieldUse use = field.use();
        return field.with(new FieldUse(use.readOnly(), true, custom.sortable(), use.listed(), use.personal()));
    }

    private static String valueColumn(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE, CHOICES -> "TEXT_VALUE";
            case LONG_TEXT -> "LONG_VALUE";
            case NUMBER, MONEY -> "NUMBER_VALUE";
            case DATE, INSTANT, BOOLEAN, REFERENCE -> "INTEGER_VALUE";
        };
    }

    private static Storage storage(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, CHOICES -> Storage.TEXT;
            case NUMBER, MONEY -> Storage.DECIMAL;
            case DATE -> Storage.DAYS;
            case INSTANT -> Storage.MILLIS;
            case BOOLEAN -> Storage.FLAG;
            case REFERENCE -> Storage.ID;
        };
    }
}
