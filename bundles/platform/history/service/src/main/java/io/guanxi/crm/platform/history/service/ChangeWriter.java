package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.FieldChange;
import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.security.Origin;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds changes, in two batches, and what has to be sealed of them. */
final class ChangeWriter {

    private static final List<String> COLUMNS =
            List.of("ID", "RECORD_TYPE", "RECORD_ID", "KIND", "CHANGED_AT", "CHANGED_BY", "ADDRESS");
    private static final List<String> FIELD_COLUMNS =
            List.of("CHANGE_ID", "ORDINAL", "FIELD", "BEFORE_JSON", "AFTER_JSON");

    private final Jdbc jdbc;
    private final IdSequence ids;

    ChangeWriter(Jdbc jdbc, IdSequence ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void write(List<Change> changes) {
        Optional<String> address = Origin.current().map(Origin::address);
        jdbc.with(connection -> {
            List<Long> taken = new ArrayList<>(changes.size());
            BatchInsert rows = BatchInsert.of(connection, "CRM_HISTORY_CHANGE", COLUMNS);
            BatchInsert fields = BatchInsert.of(connection, "CRM_HISTORY_FIELD", FIELD_COLUMNS);
            for (Change change : changes) {
                long id = ids.next(connection);
                taken.add(id);
                rows.add((statement, first) -> bind(statement, first, id, change, address));
                addFields(fields, id, change.fields());
            }
            rows.write();
            fields.write();
            Unsealed.add(connection, Source.CHANGE, taken);
            return 0;
        });
    }

    private static void bind(PreparedStatement s, int first, long id, Change change, Optional<String> address)
            throws SQLException {
        s.setLong(first, id);
        s.setString(first + 1, change.recordType());
        s.setLong(first + 2, change.recordId());
        s.setString(first + 3, change.kind().name());
        Rows.setInstant(s, first + 4, change.at());
        s.setString(first + 5, change.by());
        Rows.setText(s, first + 6, address);
    }

    private static void addFields(BatchInsert rows, long id, List<FieldChange> fields) {
        for (int i = 0; i < fields.size(); i++) {
            int ordinal = i;
            FieldChange field = fields.get(i);
            rows.add((statement, first) -> {
                statement.setLong(first, id);
                statement.setInt(first + 1, ordinal);
                statement.setString(first + 2, field.field());
                Rows.setText(statement, first + 3, field.before());
                Rows.setText(statement, first + 4, field.after());
            });
        }
    }
}
