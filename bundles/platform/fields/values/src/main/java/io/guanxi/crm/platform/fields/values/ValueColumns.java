package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.CustomField;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoiceValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.DateValue;
import io.guanxi.crm.platform.fields.FieldValue.InstantValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.FieldValue.ReferenceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value lies in the columns: texts and codes in {@code text}, numbers and amounts in {@code number}, flags (0, 1),
 * milliseconds since 1970 UTC, days since 1970 and ids in {@code integer}; the currency of an amount in {@code text}.
 */
record ValueColumns(
        @Nullable String text, @Nullable BigDecimal number, @Nullable Long integer, @Nullable String longText) {

    /** A row for each choice of a list, one for any other value. */
    static List<ValueColumns> of(CustomField field, FieldValue value) {
        if (value instanceof ChoicesValue choices) {
            return choices.codes().stream().map(ValueColumns::ofText).toList();
        } else if (value instanceof TextValue text) {
            return List.of(
                    field.field().type() == FieldType.LONG_TEXT
                            ? new ValueColumns(null, null, null, text.text())
                            : ofText(text.text()));
        } else if (value instanceof ChoiceValue choice) {
            return List.of(ofText(choice.code()));
        } else if (value instanceof NumberValue number) {
            return List.of(new ValueColumns(null, number.number(), null, null));
        } else if (value instanceof MoneyValue money) {
            return List.of(new ValueColumns(money.currency(), money.amount(), null, null));
        } else if (value instanceof BooleanValue flag) {
            return List.of(ofInteger(flag.isTrue() ? 1 : 0));
        } else if (value instanceof DateValue date) {
            return List.of(ofInteger(date.date().toEpochDay()));
        } else if (value instanceof InstantValue instant) {
            return List.of(ofInteger(instant.instant().toEpochMilli()));
        }
        return List.of(ofInteger(((ReferenceValue) value).id()));
    }

    private static ValueColumns ofText(String text) {
        return new ValueColumns(text, null, null, null);
    }

    private static ValueColumns ofInteger(long integer) {
        return new ValueColumns(null, null, integer, null);
    }

    /** Binds {@code TEXT_VALUE, NUMBER_VALUE, INTEGER_VALUE}. */
    void bind(PreparedStatement statement, int index) throws SQLException {
        statement.setString(index, text);
        statement.setBigDecimal(index + 1, number);
        if (integer == null) {
            statement.setNull(index + 2, Types.BIGINT);
        } else {
            statement.setLong(index + 2, integer);
        }
    }

    /** The value of the row; of a list, the one choice in it. */
    static FieldValue read(FieldType type, ResultSet row) throws SQLException {
        return switch (type) {
            case TEXT -> new TextValue(row.getString("TEXT_VALUE"));
            case LONG_TEXT -> new TextValue(row.getString("LONG_VALUE"));
            case CHOICE -> new ChoiceValue(row.getString("TEXT_VALUE"));
            case CHOICES -> new ChoicesValue(List.of(row.getString("TEXT_VALUE")));
            case NUMBER -> new NumberValue(row.getBigDecimal("NUMBER_VALUE"));
            case MONEY -> new MoneyValue(row.getBigDecimal("NUMBER_VALUE"), row.getString("TEXT_VALUE"));
            case BOOLEAN -> new BooleanValue(row.getLong("INTEGER_VALUE") != 0);
            case DATE -> new DateValue(LocalDate.ofEpochDay(row.getLong("INTEGER_VALUE")));
            case INSTANT -> new InstantValue(Instant.ofEpochMilli(row.getLong("INTEGER_VALUE")));
            case REFERENCE -> new ReferenceValue(row.getLong("INTEGER_VALUE"));
        };
    }
}
