package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldRules;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.Text;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions in their table. */
final class FieldTable {

    private static final String COLUMNS = "LABEL_EN, LABEL_ZH, HELP_EN, HELP_ZH, SECTION_EN, SECTION_ZH,"
            + " REQUIRED_VALUE, UNIQUE_VALUE, MAX_LENGTH, MIN_VALUE, MAX_VALUE, LISTED, PERSONAL, INDEX_STATE, ORDINAL,"
            + " STANDARD_VALUE, RETIRED, VERSION";
    private static final int COUNT = COLUMNS.split(",").length;

    private final Jdbc jdbc;
    private final ChoiceTable choices;
    private final IdSequence ids = new IdSequence("CRM_FIELDS_FIELD_SEQ");

    FieldTable(Jdbc jdbc) {
        this.jdbc = jdbc;
        this.choices = new ChoiceTable(jdbc);
    }

    long freshId() {
        return jdbc.with(ids::next);
    }

    /** By record type and order. */
    List<CustomField> all() {
        Map<Long, List<Choice>> byField = choices.all();
        return jdbc.list(
                "SELECT ID, RECORD_TYPE, CODE, FIELD_TYPE, REFERENCE_TYPE, " + COLUMNS
                        + " FROM CRM_FIELDS_FIELD ORDER BY RECORD_TYPE, ORDINAL, ID",
                Jdbc.NONE,
                row -> field(row, byField.getOrDefault(row.getLong("ID"), List.of())));
    }

    void insert(CustomField field) {
        String sql = "INSERT INTO CRM_FIELDS_FIELD (" + COLUMNS
                + ", ID, RECORD_TYPE, CODE, FIELD_TYPE, REFERENCE_TYPE, INDEXED_TO) VALUES (" + "?, ".repeat(COUNT)
                + "?, ?, ?, ?, ?, 0)";
        jdbc.update(sql, statement -> {
            bind(statement, field);
            statement.setLong(COUNT + 1, field.id());
            statement.setString(COUNT + 2, field.recordType());
            statement.setString(COUNT + 3, field.code());
            statement.setString(COUNT + 4, field.field().type().name());
            Rows.setText(statement, COUNT + 5, field.field().reference());
        });
        choices.replace(field.id(), field.field().choices());
    }

    void update(CustomField field) {
        String sql = "UPDATE CRM_FIELDS_FIELD SET " + COLUMNS.replace(",", " = ?,") + " = ? WHERE ID = ?";
        jdbc.update(sql, statement -> {
            bind(statement, field);
            statement.setLong(COUNT + 1, field.id());
        });
        choices.replace(field.id(), field.field().choices());
    }

    /** Up to which record the field's index is filled. */
    long indexedTo(long field) {
        return jdbc.first(
                        "SELECT INDEXED_TO FROM CRM_FIELDS_FIELD WHERE ID = ?",
                        statement -> statement.setLong(1, field),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    void setIndexedTo(long field, long record) {
        jdbc.update("UPDATE CRM_FIELDS_FIELD SET INDEXED_TO = ? WHERE ID = ?", statement -> {
            statement.setLong(1, record);
            statement.setLong(2, field);
        });
    }

    private static void bind(PreparedStatement s, CustomField custom) throws SQLException {
        Field field = custom.field();
        s.setString(1, field.label().en());
        s.setString(2, field.label().zh());
        Rows.setText(s, 3, field.help().map(Text::en));
        Rows.setText(s, 4, field.help().map(Text::zh));
        Rows.setText(s, 5, field.section().map(Text::en));
        Rows.setText(s, 6, field.section().map(Text::zh));
        s.setInt(7, field.rules().required() ? 1 : 0);
        s.setInt(8, field.rules().unique() ? 1 : 0);
        if (field.rules().maxLength().isPresent()) {
            s.setInt(9, field.rules().maxLength().get());
        } else {
            s.setNull(9, Types.INTEGER);
        }
        s.setBigDecimal(10, field.rules().min().orElse(null));
        s.setBigDecimal(11, field.rules().max().orElse(null));
        s.setInt(12, field.use().listed() ? 1 : 0);
        s.setInt(13, field.use().personal() ? 1 : 0);
        s.setString(14, IndexState.of(custom).name());
        s.setInt(15, custom.ordinal());
        Rows.setText(s, 16, custom.standard());
        s.setInt(17, custom.retired() ? 1 : 0);
        s.setLong(18, custom.version());
    }

    private static CustomField field(ResultSet row, List<Choice> choices) throws SQLException {
        FieldType type = FieldType.valueOf(row.getString("FIELD_TYPE"));
        int maxLength = row.getInt("MAX_LENGTH");
        FieldRules rules = new FieldRules(
                row.getInt("REQUIRED_VALUE") != 0,
                row.getInt("UNIQUE_VALUE") != 0,
                maxLength == 0 ? Optional.empty() : Optional.of(maxLength),
                Decimals.plain(row.getBigDecimal("MIN_VALUE")),
                Decimals.plain(row.getBigDecimal("MAX_VALUE")));
        Field field = new Field(
                Field.CUSTOM + row.getString("CODE"),
                type,
                new Text(row.getString("LABEL_EN"), row.getString("LABEL_ZH")),
                text(row, "HELP"),
                text(row, "SECTION"),
                rules,
                use(row.getInt("LISTED") != 0, row.getInt("PERSONAL") != 0),
                choices,
                Rows.optionalText(row, "REFERENCE_TYPE"),
                false);
        IndexState state = IndexState.valueOf(row.getString("INDEX_STATE"));
        return new CustomField(
                row.getLong("ID"),
                row.getLong("VERSION"),
                row.getString("RECORD_TYPE"),
                field,
                state == IndexState.READY,
                state == IndexState.FILLING,
                row.getInt("ORDINAL"),
                Rows.optionalText(row, "STANDARD_VALUE"),
                row.getInt("RETIRED") != 0);
    }

    /** What may be done with a custom field; whether lists are sorted by it is for its index to say. */
    static FieldUse use(boolean listed, boolean personal) {
        return new FieldUse(false, true, false, listed, personal);
    }

    private static Optional<Text> text(ResultSet row, String columns) throws SQLException {
        Optional<String> zh = Rows.optionalText(row, columns + "_ZH");
        return Rows.optionalText(row, columns + "_EN").map(en -> new Text(en, zh.orElse(en)));
    }
}
