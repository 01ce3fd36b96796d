package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.query.Operand;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How a column holds the values of a field. */
public enum Storage {
    /** Text as it is. */
    TEXT,
    /** The name of a Java constant: {@code end-consumer} on the wire is {@code END_CONSUMER} here. */
    CONSTANT,
    DECIMAL,
    DATE,
    /** A date as days since 1970. */
    DAYS,
    /** An instant as milliseconds since 1970 UTC. */
    MILLIS,
    /** 0 or 1. */
    FLAG,
    /** The id of a record. */
    ID;

    /** The parameter mark for a value. Derby would give a bare one the column's own scale and cut what is finer. */
    String mark() {
        return this == DECIMAL ? "CAST(? AS DECIMAL(31, 8))" : "?";
    }

    /** What the column is, for a value that is missing. */
    String sqlType() {
        return switch (this) {
            case TEXT, CONSTANT -> "VARCHAR(200)";
            case DECIMAL -> "DECIMAL(28, 8)";
            case DATE -> "DATE";
            case DAYS, MILLIS, FLAG, ID -> "BIGINT";
        };
    }

    /** The least of what the operand stands for, as it is bound. */
    Object low(Operand operand) {
        return bound(operand, true);
    }

    /** The greatest of what the operand stands for; the same as {@link #low} for all but stretches of time. */
    Object high(Operand operand) {
        return bound(operand, false);
    }

    private Object bound(Operand operand, boolean low) {
        if (operand instanceof Operand.Words words) {
            return this == CONSTANT ? words.text().toUpperCase(Locale.ROOT).replace('-', '_') : words.text();
        } else if (operand instanceof Operand.Decimal decimal) {
            return decimal.value();
        } else if (operand instanceof Operand.Flag flag) {
            return flag.value() ? 1 : 0;
        } else if (operand instanceof Operand.Id id) {
            return id.value();
        } else if (operand instanceof Operand.Days days) {
            LocalDate day = low ? days.first() : days.last();
            return this == DAYS ? (Object) day.toEpochDay() : Date.valueOf(day);
        }
        Operand.Span span = (Operand.Span) operand;
        return low ? span.start().toEpochMilli() : span.end().toEpochMilli() - 1;
    }

    /** What a row has in this column, as text that {@link #parse} takes back. */
    Optional<String> read(ResultSet row, String column) throws SQLException {
        return switch (this) {
            case TEXT, CONSTANT -> Optional.ofNullable(row.getString(column));
            case DECIMAL -> Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::toPlainString);
            case DATE ->
                Optional.ofNullable(row.getDate(column))
                        .map(date -> date.toLocalDate().toString());
            case DAYS, MILLIS, FLAG, ID -> {
                long value = row.getLong(column);
                yield row.wasNull() ? Optional.empty() : Optional.of(Long.toString(value));
            }
        };
    }

    Object parse(String value) {
        return switch (this) {
            case TEXT, CONSTANT -> value;
            case DECIMAL -> new BigDecimal(value);
            case DATE -> Date.valueOf(LocalDate.parse(value));
            case DAYS, MILLIS, FLAG, ID -> Long.valueOf(value);
        };
    }
}
