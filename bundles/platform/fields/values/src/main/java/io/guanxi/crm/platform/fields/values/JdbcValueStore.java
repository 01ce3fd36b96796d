package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.ValueStore;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Custom values in the three tables beside their records. A module registers one for each of its record types. */
public class JdbcValueStore implements ValueStore {

    private static final int BATCH = 1000;

    private final String recordType;
    private final Jdbc jdbc;
    private final ValueTables tables;

    /** @param table of the records, whose key {@code ID} has the constraint {@code <table>_PK} */
    public JdbcValueStore(String recordType, Jdbc jdbc, String table) {
        this.recordType = recordType;
        this.jdbc = jdbc;
        this.tables = new ValueTables(table);
    }

    @Override
    public String recordType() {
        return recordType;
    }

    @Override
    public Set<Long> existing(Collection<Long> ids) {
        String sql = "SELECT ID FROM " + KeyQuery.table(tables.records(), tables.records() + "_PK") + "WHERE ID";
        return jdbc.with(connection -> {
            Set<Long> found = new HashSet<>();
            KeyQuery.visit(connection, sql, ids, row -> found.add(row.getLong(1)));
            return found;
        });
    }

    @Override
    public long lacking(long field) {
        return count(
                "SELECT COUNT(*) FROM " + tables.records() + " R WHERE NOT EXISTS (SELECT 1 FROM " + tables.values()
                        + " V WHERE V.RECORD_ID = R.ID AND V.FIELD_ID = ?)",
                statement -> statement.setLong(1, field));
    }

    @Override
    public long breaking(CustomField field) {
        Optional<BigDecimal> min = field.field().rules().min();
        Optional<BigDecimal> max = field.field().rules().max();
        long found = 0;
        if (isText(field)) {
            String column = field.field().type() == FieldType.TEXT ? "TEXT_VALUE" : "LONG_VALUE";
            found = count(
                    "SELECT COUNT(*) FROM " + tables.values() + " WHERE FIELD_ID = ? AND LENGTH(" + column + ") > ?",
                    s -> {
                        s.setLong(1, field.id());
                        s.setInt(2, ValueRules.maxLength(field.field()));
                    });
        }
        if (min.isPresent()) {
            found += outside(field, "<", min.get());
        }
        return max.isPresent() ? found + outside(field, ">", max.get()) : found;
    }

    private static boolean isText(CustomField field) {
        return field.field().type() == FieldType.TEXT || field.field().type() == FieldType.LONG_TEXT;
    }

    private long outside(CustomField field, String comparison, BigDecimal limit) {
        return count(
                "SELECT COUNT(*) FROM " + tables.values() + " WHERE FIELD_ID = ? AND NUMBER_VALUE " + comparison + " ?",
                statement -> {
                    statement.setLong(1, field.id());
                    statement.setBigDecimal(2, limit);
                });
    }

    @Override
    public List<String> shared(CustomField field, int limit) {
        String columns = "TEXT_VALUE, NUMBER_VALUE, INTEGER_VALUE";
        return jdbc.list(
                "SELECT " + columns + " FROM " + tables.values() + " WHERE FIELD_ID = ? GROUP BY " + columns
                        + " HAVING COUNT(*) > 1 FETCH FIRST " + limit + " ROWS ONLY",
                statement -> statement.setLong(1, field.id()),
                row -> ValueText.of(ValueColumns.read(field.field().type(), row)));
    }

    @Override
    public boolean claim(CustomField field, int limit) {
        long values = count(
                "SELECT COUNT(*) FROM " + tables.values() + " WHERE FIELD_ID = ?",
                statement -> statement.setLong(1, field.id()));
        if (values > limit) {
            return false;
        }
        release(field.id());
        jdbc.with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(tables.insertKey())) {
                int[] waiting = {0};
                jdbc.stream(
                        tables.selectColumns() + tables.values() + " WHERE FIELD_ID = ?",
                        statement -> statement.setLong(1, field.id()),
                        BATCH,
                        row -> add(
                                insert,
                                field,
                                row.getLong("RECORD_ID"),
                                ValueColumns.read(field.field().type(), row),
                                waiting));
                return insert.executeBatch().length;
            }
        });
        return true;
    }

    private static void add(PreparedStatement insert, CustomField field, long record, FieldValue value, int[] waiting)
            throws SQLException {
        insert.setLong(1, field.id());
        insert.setString(2, ValueText.of(value));
        insert.setLong(3, record);
        insert.addBatch();
        if (++waiting[0] % BATCH == 0) {
            insert.executeBatch();
        }
    }

    @Override
    public void release(long field) {
        jdbc.update("DELETE FROM " + tables.keys() + " WHERE FIELD_ID = ?", statement -> statement.setLong(1, field));
    }

    @Override
    public long index(CustomField field, long after, int values) {
        String next = "SELECT RECORD_ID FROM " + KeyQuery.table(tables.values(), tables.values() + "_PK")
                + "WHERE RECORD_ID > ? ORDER BY RECORD_ID FETCH FIRST " + values + " ROWS ONLY";
        long last = jdbc.list(next, statement -> statement.setLong(1, after), row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(after);
        if (last <= after) {
            return after;
        }
        for (String sql : List.of(
                "DELETE FROM " + tables.index() + " WHERE FIELD_ID = ? AND RECORD_ID > ? AND RECORD_ID <= ?",
                tables.copyToIndex())) {
            jdbc.update(sql, statement -> {
                statement.setLong(1, field.id());
                statement.setLong(2, after);
                statement.setLong(3, last);
            });
        }
        return last;
    }

    @Override
    public void unindex(long field) {
        jdbc.update("DELETE FROM " + tables.index() + " WHERE FIELD_ID = ?", statement -> statement.setLong(1, field));
    }

    private long count(String sql, Jdbc.Binder binder) {
        return jdbc.first(sql, binder, row -> row.getLong(1)).orElseThrow();
    }
}
