package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of unique fields. The key of their table decides, so that of two at once one is told. */
final class UniqueKeys {

    private UniqueKeys() {}

    static FieldError taken(CustomField field) {
        return FieldError.of(
                field.field().code(), "value-taken", "Another record has this value already.", "该值已被其他记录使用。");
    }

    static void release(Connection connection, ValueTables tables, List<Difference> differences) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(tables.deleteKey())) {
            boolean any = false;
            for (Difference difference : differences) {
                Optional<FieldValue> before = difference.before();
                if (difference.isUnique() && before.isPresent()) {
                    bind(delete, difference, before.get());
                    any = true;
                }
            }
            if (any) {
                delete.executeBatch();
            }
        }
    }

    /**
     * Field by field, so that the one is known whose value is taken.
     *
     * @throws ConflictException naming it
     */
    static void claim(Connection connection, ValueTables tables, List<Difference> differences) throws SQLException {
        Map<CustomField, PreparedStatement> batches = new LinkedHashMap<>();
        try {
            for (Difference difference : differences) {
                Optional<FieldValue> after = difference.after();
                if (difference.isUnique() && after.isPresent()) {
                    PreparedStatement batch = batches.get(difference.field());
                    if (batch == null) {
                        batch = connection.prepareStatement(tables.insertKey());
                        batches.put(difference.field(), batch);
                    }
                    bind(batch, difference, after.get());
                }
            }
            for (Map.Entry<CustomField, PreparedStatement> batch : batches.entrySet()) {
                execute(tables, batch.getKey(), batch.getValue());
            }
        } finally {
            for (PreparedStatement batch : batches.values()) {
                batch.close();
            }
        }
    }

    private static void execute(ValueTables tables, CustomField field, PreparedStatement batch) throws SQLException {
        try {
            batch.executeBatch();
        } catch (SQLException e) {
            if (UniqueViolation.of(e, tables.keysConstraint())) {
                throw new ConflictException(taken(field));
            }
            throw e;
        }
    }

    private static void bind(PreparedStatement batch, Difference difference, FieldValue value) throws SQLException {
        batch.setLong(1, difference.field().id());
        batch.setString(2, ValueText.of(value));
        batch.setLong(3, difference.record());
        batch.addBatch();
    }

    /** Which records have these values of a unique field. */
    static Map<String, Long> owners(
            Connection connection, ValueTables tables, CustomField field, Collection<String> keys) throws SQLException {
        Map<String, Long> owners = new HashMap<>();
        String select = "SELECT VALUE_KEY, RECORD_ID FROM " + KeyQuery.table(tables.keys(), tables.keysConstraint())
                + "WHERE FIELD_ID = ? AND VALUE_KEY";
        for (KeyList<String> some : KeyList.of(connection, keys)) {
            try (PreparedStatement statement = connection.prepareStatement(select + some.condition())) {
                statement.setLong(1, field.id());
                some.bind(statement, 2);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        owners.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
        return owners;
    }
}
