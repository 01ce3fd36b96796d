package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.FieldValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes what differs, for many records in one batch: first everything that goes, then everything that comes. */
final class ValueWriter {

    private final ValueTables tables;
    private final List<CustomField> fields;

    ValueWriter(ValueTables tables, List<CustomField> fields) {
        this.tables = tables;
        this.fields = fields;
    }

    void write(Connection connection, List<ValueChange> changes) throws SQLException {
        List<Difference> differences = changes.stream()
                .flatMap(change -> fields.stream().flatMap(field -> Difference.of(change, field).stream()))
                .toList();
        if (!differences.isEmpty()) {
            UniqueKeys.release(connection, tables, differences);
            delete(connection, differences);
            insert(connection, differences);
            UniqueKeys.claim(connection, tables, differences);
        }
    }

    private void delete(Connection connection, List<Difference> differences) throws SQLException {
        try (PreparedStatement values = connection.prepareStatement(tables.deleteValue());
                PreparedStatement index = connection.prepareStatement(tables.deleteIndex())) {
            for (Difference difference : differences) {
                if (difference.before().isPresent()) {
                    addKey(values, difference);
                    if (difference.field().isIndexKept()) {
                        addKey(index, difference);
                    }
                }
            }
            values.executeBatch();
            index.executeBatch();
        }
    }

    private static void addKey(PreparedStatement batch, Difference difference) throws SQLException {
        batch.setLong(1, difference.record());
        batch.setLong(2, difference.field().id());
        batch.addBatch();
    }

    private void insert(Connection connection, List<Difference> differences) throws SQLException {
        try (PreparedStatement values = connection.prepareStatement(tables.insertValue());
                PreparedStatement index = connection.prepareStatement(tables.insertIndex())) {
            for (Difference difference : differences) {
                Optional<FieldValue> after = difference.after();
                if (after.isPresent()) {
                    add(difference, after.get(), values, index);
                }
            }
            values.executeBatch();
            index.executeBatch();
        }
    }

    private static void add(Difference difference, FieldValue value, PreparedStatement values, PreparedStatement index)
            throws SQLException {
        List<ValueColumns> rows = ValueColumns.of(difference.field(), value);
        for (int ordinal = 0; ordinal < rows.size(); ordinal++) {
            ValueColumns row = rows.get(ordinal);
            bind(values, difference, ordinal, row);
            values.setString(7, row.longText());
            values.addBatch();
            if (difference.field().isIndexKept()) {
                bind(index, difference, ordinal, row);
                index.addBatch();
            }
        }
    }

    private static void bind(PreparedStatement statement, Difference difference, int ordinal, ValueColumns row)
            throws SQLException {
        statement.setLong(1, difference.record());
        statement.setLong(2, difference.field().id());
        statement.setInt(3, ordinal);
        row.bind(statement, 4);
    }
}
