package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Adds changes, in two batches. */
final class ChangeWriter {

    private static final String INSERT = "INSERT INTO CRM_HISTORY_CHANGE"
            + " (ID, RECORD_TYPE, RECORD_ID, KIND, CHANGED_AT, CHANGED_BY) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_FIELD = "INSERT INTO CRM_HISTORY_FIELD"
            + " (CHANGE_ID, ORDINAL, FIELD, BEFORE_JSON, AFTER_JSON) VALUES (?, ?, ?, ?, ?)";

    private final Jdbc jdbc;
    private final IdSequence ids = new IdSequence("CRM_HISTORY_CHANGE_SEQ");

    ChangeWriter(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Change> changes) {
        jdbc.with(connection -> {
            long[] numbers = new long[changes.size()];
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = ids.next(connection);
                    add(insert, numbers[i], changes.get(i));
                }
                insert.executeBatch();
            }
            if (changes.stream().anyMatch(change -> !change.fields().isEmpty())) {
                writeFields(connection, numbers, changes);
            }
            return 0;
        });
    }

    private static void add(PreparedStatement insert, long id, Change change) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, change.recordType());
        insert.setLong(3, change.recordId());
        insert.setString(4, change.kind().name());
        Rows.setInstant(insert, 5, change.at());
        insert.setString(6, change.by());
        insert.addBatch();
    }

    private static void writeFields(Connection connection, long[] ids, List<Change> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_FIELD)) {
            for (int i = 0; i < ids.length; i++) {
                List<FieldChange> fields = changes.get(i).fields();
                for (int ordinal = 0; ordinal < fields.size(); ordinal++) {
                    FieldChange field = fields.get(ordinal);
                    insert.setLong(1, ids[i]);
                    insert.setInt(2, ordinal);
                    insert.setString(3, field.field());
                    Rows.setText(insert, 4, field.before());
                    Rows.setText(insert, 5, field.after());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
