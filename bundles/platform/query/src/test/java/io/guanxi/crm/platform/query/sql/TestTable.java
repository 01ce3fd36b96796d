package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldUse;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.query.TestFields;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@link TestRow}s as modules keep their records. */
final class TestTable {

    private static final List<String> DDL = List.of(
            "CREATE TABLE RECORD (ID BIGINT NOT NULL PRIMARY KEY, NAME_KEY VARCHAR(200) NOT NULL, CITY VARCHAR(200),"
                    + " NOTE VARCHAR(4000), AMOUNT DECIMAL(19,4), BORN DATE, SEEN_AT BIGINT NOT NULL, OPEN_FLAG SMALLINT,"
                    + " KIND VARCHAR(20) NOT NULL, PARENT_ID BIGINT)",
            "CREATE TABLE RECORD_PHONE (RECORD_ID BIGINT NOT NULL, ORDINAL INT NOT NULL, PHONE VARCHAR(40) NOT NULL,"
                    + " PRIMARY KEY (RECORD_ID, ORDINAL))",
            "CREATE TABLE RECORD_VALUE (RECORD_ID BIGINT NOT NULL, FIELD_ID BIGINT NOT NULL, ORDINAL INT NOT NULL,"
                    + " TEXT_VALUE VARCHAR(2000), NUMBER_VALUE DECIMAL(28,8), INTEGER_VALUE BIGINT,"
                    + " LONG_VALUE LONGTYPE, PRIMARY KEY (RECORD_ID, FIELD_ID, ORDINAL))",
            "CREATE TABLE RECORD_VALUE_IX (RECORD_ID BIGINT NOT NULL, FIELD_ID BIGINT NOT NULL, ORDINAL INT NOT NULL,"
                    + " TEXT_VALUE VARCHAR(200), NUMBER_VALUE DECIMAL(28,8), INTEGER_VALUE BIGINT,"
                    + " PRIMARY KEY (RECORD_ID, FIELD_ID, ORDINAL))");
    private static final FieldUse ANY = new FieldUse(false, true, true, true, false);
    private static final List<CustomField> CUSTOM = List.of(
            custom(1, Field.of("custom.score", FieldType.NUMBER, "Score", "分数", ANY), true),
            custom(2, Field.of("custom.due", FieldType.DATE, "Due", "到期", ANY), false),
            custom(
                    3,
                    Field.of("custom.colours", FieldType.CHOICES, "Colours", "颜色", ANY)
                            .with(TestRow.COLOURS.stream()
                                    .map(c -> Choice.of(c, c, c))
                                    .toList()),
                    false),
            custom(5, Field.of("custom.memo", FieldType.LONG_TEXT, "Memo", "备忘", ANY), false),
            custom(4, Field.of("custom.rank", FieldType.TEXT, "Rank", "级别", ANY), true));

    static final Columns COLUMNS = Columns.of(
                    TestFields.ALL,
                    Map.of(
                            "name", Column.Own.key("R.NAME_KEY", TestTable::key),
                            "city", Column.Own.nullable("R.CITY", Storage.TEXT),
                            "note", Column.Own.nullable("R.NOTE", Storage.TEXT),
                            "amount", Column.Own.nullable("R.AMOUNT", Storage.DECIMAL),
                            "born", Column.Own.nullable("R.BORN", Storage.DATE),
                            "seenAt", Column.Own.of("R.SEEN_AT", Storage.MILLIS),
                            "open", Column.Own.nullable("R.OPEN_FLAG", Storage.FLAG),
                            "kind", Column.Own.of("R.KIND", Storage.CONSTANT),
                            "parentId", Column.Own.nullable("R.PARENT_ID", Storage.ID),
                            "phones", Column.Beside.of("R.ID", "RECORD_PHONE", "RECORD_ID", "PHONE", Storage.TEXT)))
            .with(CUSTOM, "R.ID", "RECORD");

    private TestTable() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static void create(Jdbc jdbc, List<TestRow> rows) {
        // as Liquibase has it
        String clob = jdbc.with(connection ->
                        connection.getMetaData().getDatabaseProductName().contains("Derby"))
                ? "CLOB"
                : "TEXT";
        DDL.forEach(ddl -> jdbc.update(ddl.replace("LONGTYPE", clob), Jdbc.NONE));
        rows.forEach(row -> insert(jdbc, row));
    }

    private static void insert(Jdbc jdbc, TestRow row) {
        jdbc.update("INSERT INTO RECORD VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", s -> {
            s.setLong(1, row.id());
            s.setString(2, key(row.name()));
            Rows.setText(s, 3, row.city());
            Rows.setText(s, 4, row.note());
            s.setBigDecimal(5, row.amount().orElse(null));
            Rows.setDate(s, 6, row.born());
            s.setLong(7, row.seenAt());
            s.setObject(8, row.open().map(open -> open ? 1 : 0).orElse(null), Types.SMALLINT);
            s.setString(9, row.kind().toUpperCase(Locale.ROOT).replace('-', '_'));
            s.setObject(10, row.parent().orElse(null), Types.BIGINT);
        });
        for (int i = 0; i < row.phones().size(); i++) {
            int ordinal = i;
            jdbc.update("INSERT INTO RECORD_PHONE VALUES (?, ?, ?)", s -> {
                s.setLong(1, row.id());
                s.setInt(2, ordinal);
                s.setString(3, row.phones().get(ordinal));
            });
        }
        row.score().ifPresent(score -> {
            value(jdbc, "RECORD_VALUE", row.id(), 1, 0, Optional.empty(), score, Optional.empty());
            value(jdbc, "RECORD_VALUE_IX", row.id(), 1, 0, Optional.empty(), score, Optional.empty());
        });
        for (String table : List.of("RECORD_VALUE", "RECORD_VALUE_IX")) {
            row.rank().ifPresent(rank -> value(jdbc, table, row.id(), 4, 0, Optional.of(rank), null, Optional.empty()));
        }
        row.note()
                .ifPresent(memo -> jdbc.update(
                        "INSERT INTO RECORD_VALUE (RECORD_ID, FIELD_ID, ORDINAL, LONG_VALUE) VALUES (?, 5, 0, ?)",
                        s -> {
                            s.setLong(1, row.id());
                            s.setString(2, memo);
                        }));
        row.due()
                .ifPresent(due -> value(
                        jdbc, "RECORD_VALUE", row.id(), 2, 0, Optional.empty(), null, Optional.of(due.toEpochDay())));
        for (int i = 0; i < row.colours().size(); i++) {
            value(
                    jdbc,
                    "RECORD_VALUE",
                    row.id(),
                    3,
                    i,
                    Optional.of(row.colours().get(i)),
                    null,
                    Optional.empty());
        }
    }

    private static void value(
            Jdbc jdbc,
            String table,
            long record,
            long field,
            int ordinal,
            Optional<String> text,
            java.math.@org.jspecify.annotations.Nullable BigDecimal number,
            Optional<Long> integer) {
        jdbc.update(
                "INSERT INTO " + table + " (RECORD_ID, FIELD_ID, ORDINAL, TEXT_VALUE, NUMBER_VALUE, INTEGER_VALUE)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, record);
                    s.setLong(2, field);
                    s.setInt(3, ordinal);
                    Rows.setText(s, 4, text);
                    s.setBigDecimal(5, number);
                    s.setObject(6, integer.orElse(null), Types.BIGINT);
                });
    }

    private static CustomField custom(long id, Field field, boolean indexed) {
        return new CustomField(id, 1, "record", field, indexed, (int) id, Optional.empty(), false);
    }
}
