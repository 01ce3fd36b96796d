package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A table whose rows are ordered parts of a record, such as the phones of a customer; ordinals count from 0. Parts have no
 * identity: a changed list is written anew.
 *
 * @param owner column that holds the record's id
 * @param columns what a part is made of, bound from the index given on
 */
public record PartTable<T>(String name, String owner, List<String> columns, Binder<T> binder, Mapper<T> mapper) {

    /** Binds the columns of a part. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, int index, T part) throws SQLException;
    }

    /** Makes a part of the row the cursor stands on. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** The parts of a record as they were and as they are to be. */
    public record Change<T>(long record, List<T> before, List<T> after) {}

    void insert(Connection connection, long record, List<T> parts) throws SQLException {
        replace(connection, record, List.of(), parts);
    }

    void replace(Connection connection, long record, List<T> before, List<T> after) throws SQLException {
        replaceAll(connection, List.of(new Change<>(record, before, after)));
    }

    /** Writes the lists that differ anew, those of all records together. */
    public void replaceAll(Connection connection, List<Change<T>> changes) throws SQLException {
        List<String> all = new ArrayList<>(List.of(owner, "ORDINAL"));
        all.addAll(columns);
        BatchInsert insert = BatchInsert.of(connection, name, all);
        List<Long> emptied = new ArrayList<>();
        for (Change<T> change : changes) {
            if (!change.before().equals(change.after())) {
                if (!change.before().isEmpty()) {
                    emptied.add(change.record());
                }
                add(insert, change.record(), change.after());
            }
        }
        delete(connection, emptied);
        insert.write();
    }

    private void add(BatchInsert batch, long record, List<T> parts) {
        for (int i = 0; i < parts.size(); i++) {
            int ordinal = i;
            T part = parts.get(i);
            batch.add((statement, first) -> {
                statement.setLong(first, record);
                statement.setInt(first + 1, ordinal);
                binder.bind(statement, first + 2, part);
            });
        }
    }

    private void delete(Connection connection, List<Long> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + name + " WHERE " + owner + " = ?")) {
            for (long record : records) {
                statement.setLong(1, record);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<T> of(Connection connection, long record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select() + " = ? ORDER BY ORDINAL")) {
            statement.setLong(1, record);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> parts = new ArrayList<>();
                while (rows.next()) {
                    parts.add(mapper.map(rows));
                }
                return parts;
            }
        }
    }

    /** The parts of these records, in order; records without any are missing. */
    public Map<Long, List<T>> ofAll(Connection connection, Collection<Long> records) throws SQLException {
        Map<Long, NavigableMap<Integer, T>> found = new HashMap<>();
        KeyQuery.visit(
                connection, select(), records, row -> found.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                        .put(row.getInt(2), mapper.map(row)));
        Map<Long, List<T>> result = new HashMap<>();
        found.forEach((record, parts) -> result.put(record, List.copyOf(parts.values())));
        return result;
    }

    private String select() {
        return "SELECT " + owner + ", ORDINAL, " + String.join(", ", columns) + " FROM "
                + KeyQuery.table(name, name + "_PK") + "WHERE " + owner;
    }
}
