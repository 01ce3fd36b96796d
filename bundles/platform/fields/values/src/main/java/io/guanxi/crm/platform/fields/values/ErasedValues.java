package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes custom values out of their tables for good, those of retired fields too; what rules ask for doesn't count. */
public final class ErasedValues {

    private final ValueTables tables;

    /** @param table of the records; those of the values are named after it */
    public ErasedValues(String table) {
        this.tables = new ValueTables(table);
    }

    /** All values of these records. Gives the number of rows. */
    public int all(Connection connection, Collection<Long> records) throws SQLException {
        int rows = 0;
        for (KeyList<Long> keys : KeyList.of(connection, records)) {
            delete(connection, tables.index(), keys);
            delete(connection, tables.keys(), keys);
            rows += delete(connection, tables.values(), keys);
        }
        return rows;
    }

    private static int delete(Connection connection, String table, KeyList<Long> keys) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE RECORD_ID" + keys.condition())) {
            keys.bind(delete, 1);
            return delete.executeUpdate();
        }
    }

    /** Of these records the values of these fields, and all texts that the predicate is true for. Gives the number of values. */
    public int some(Connection connection, Collection<Long> records, Set<Long> fields, Predicate<String> texts)
            throws SQLException {
        Set<Value> found = new HashSet<>();
        KeyQuery.visit(
                connection,
                "SELECT RECORD_ID, FIELD_ID, TEXT_VALUE, LONG_VALUE FROM " + tables.values() + " WHERE RECORD_ID",
                records,
                row -> {
                    String text = row.getString("TEXT_VALUE");
                    String longer = row.getString("LONG_VALUE");
                    long field = row.getLong("FIELD_ID");
                    if (fields.contains(field)
                            || (text != null && texts.test(text))
                            || (longer != null && texts.test(longer))) {
                        found.add(new Value(row.getLong("RECORD_ID"), field));
                    }
                });
        for (String table : List.of(tables.index(), tables.keys(), tables.values())) {
            delete(connection, table, found);
        }
        return found.size();
    }

    private static void delete(Connection connection, String table, Set<Value> values) throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE RECORD_ID = ? AND FIELD_ID = ?")) {
            for (Value value : values) {
                delete.setLong(1, value.record);
                delete.setLong(2, value.field);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private record Value(long record, long field) {}
}
