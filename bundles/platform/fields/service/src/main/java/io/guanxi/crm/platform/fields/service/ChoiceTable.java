package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.Text;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The choices of fields in their table. */
final class ChoiceTable {

    private final Jdbc jdbc;

    ChoiceTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** By field, in order. */
    Map<Long, List<Choice>> all() {
        Map<Long, List<Choice>> byField = new HashMap<>();
        jdbc.list(
                "SELECT FIELD_ID, CODE, LABEL_EN, LABEL_ZH, RETIRED FROM CRM_FIELDS_CHOICE ORDER BY FIELD_ID, ORDINAL",
                Jdbc.NONE,
                row -> byField.computeIfAbsent(row.getLong("FIELD_ID"), id -> new ArrayList<>())
                        .add(new Choice(
                                row.getString("CODE"),
                                new Text(row.getString("LABEL_EN"), row.getString("LABEL_ZH")),
                                row.getInt("RETIRED") != 0)));
        return byField;
    }

    void replace(long field, List<Choice> choices) {
        jdbc.update("DELETE FROM CRM_FIELDS_CHOICE WHERE FIELD_ID = ?", statement -> statement.setLong(1, field));
        if (choices.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO CRM_FIELDS_CHOICE (FIELD_ID, CODE, ORDINAL, LABEL_EN, LABEL_ZH, RETIRED)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        jdbc.with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < choices.size(); i++) {
                    Choice choice = choices.get(i);
                    insert.setLong(1, field);
                    insert.setString(2, choice.code());
                    insert.setInt(3, i);
                    insert.setString(4, choice.label().en());
                    insert.setString(5, choice.label().zh());
                    insert.setInt(6, choice.retired() ? 1 : 0);
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }
}
