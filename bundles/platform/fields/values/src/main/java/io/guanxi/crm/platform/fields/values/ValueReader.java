package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the values of many records with one question. */
final class ValueReader {

    private final ValueTables tables;
    private final Map<Long, CustomField> fields = new HashMap<>();
    private final Map<Long, Map<String, FieldValue>> found = new HashMap<>();

    ValueReader(ValueTables tables, List<CustomField> fields) {
        this.tables = tables;
        fields.forEach(field -> this.fields.put(field.id(), field));
    }

    /** By record; records without values are missing. */
    Map<Long, CustomValues> read(Connection connection, Collection<Long> records) throws SQLException {
        if (fields.isEmpty() || records.isEmpty()) {
            return Map.of();
        }
        String sql =
                tables.selectColumns() + KeyQuery.table(tables.values(), tables.values() + "_PK") + "WHERE RECORD_ID";
        List<ChoiceRow> choices = new ArrayList<>();
        KeyQuery.visit(connection, sql, records, row -> add(row, choices));
        choices.stream().sorted(Comparator.comparingInt(ChoiceRow::ordinal)).forEach(this::append);
        Map<Long, CustomValues> result = new HashMap<>();
        found.forEach((record, values) -> result.put(record, CustomValues.of(values)));
        return result;
    }

    private record ChoiceRow(long record, CustomField field, int ordinal, String code) {}

    private void add(ResultSet row, List<ChoiceRow> choices) throws SQLException {
        CustomField field = fields.get(row.getLong("FIELD_ID"));
        if (field == null) { // retired
            return;
        }
        long record = row.getLong("RECORD_ID");
        FieldValue value = ValueColumns.read(field.field().type(), row);
        if (value instanceof ChoicesValue one) {
            choices.add(new ChoiceRow(
                    record, field, row.getInt("ORDINAL"), one.codes().get(0)));
        } else {
            of(record).put(field.code(), value);
        }
    }

    private void append(ChoiceRow row) {
        of(row.record()).merge(row.field().code(), new ChoicesValue(List.of(row.code())), ValueReader::joined);
    }

    private static FieldValue joined(FieldValue first, FieldValue second) {
        List<String> codes = new ArrayList<>(((ChoicesValue) first).codes());
        codes.addAll(((ChoicesValue) second).codes());
        return new ChoicesValue(codes);
    }

    private Map<String, FieldValue> of(long record) {
        return found.computeIfAbsent(record, id -> new HashMap<>());
    }
}
