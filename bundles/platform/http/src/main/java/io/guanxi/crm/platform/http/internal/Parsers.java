package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.problem.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The one form each kind of value has on the wire. */
public final class Parsers {

    private Parsers() {}

    /** The text isn't the value it should be; carries what to tell the caller. */
    public static final class NotParsedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FieldError error;

        NotParsedException(String code, String en, String zh) {
            super(code);
            this.error = FieldError.of("", code, en, zh);
        }

        public FieldError at(String field) {
            return new FieldError(field, error.code(), error.message());
        }
    }

    /** Kept to the millisecond, as instants are stored. */
    public static Instant instant(String text) {
        return parsed(
                () -> {
                    OffsetDateTime value = OffsetDateTime.parse(text);
                    requireYear(value.getYear());
                    return value.toInstant().truncatedTo(ChronoUnit.MILLIS);
                },
                "invalid-instant",
                "Give a time such as 2026-03-01T08:30:00Z.",
                "请填写时间，例如 2026-03-01T08:30:00Z。");
    }

    public static LocalDate date(String text) {
        return parsed(
                () -> {
                    LocalDate value = LocalDate.parse(text);
                    requireYear(value.getYear());
                    return value;
                },
                "invalid-date",
                "Give a date such as 2026-03-01.",
                "请填写日期，例如 2026-03-01。");
    }

    public static YearMonth month(String text) {
        return parsed(
                () -> {
                    YearMonth value = YearMonth.parse(text);
                    requireYear(value.getYear());
                    return value;
                },
                "invalid-month",
                "Give a month such as 2026-03.",
                "请填写月份，例如 2026-03。");
    }

    public static LocalTime time(String text) {
        return parsed(() -> LocalTime.parse(text), "invalid-time", "Give a time such as 08:30.", "请填写时间，例如 08:30。");
    }

    public static ZoneId zone(String text) {
        return parsed(
                () -> ZoneId.of(text),
                "invalid-time-zone",
                "Give a time zone such as Asia/Shanghai.",
                "请填写时区，例如 Asia/Shanghai。");
    }

    /** Digits with an optional sign and point: no exponent, no grouping, at most 40 characters. */
    public static BigDecimal decimal(String text) {
        if (text.length() > 40 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new NotParsedException(
                    "invalid-decimal",
                    "Give a decimal number as text, such as \"1234.50\".",
                    "请以文本填写十进制数，例如 \"1234.50\"。");
        }
        return new BigDecimal(text);
    }

    // Beyond these years databases and clients differ.
    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
    }

    private static <T> T parsed(Supplier<T> parser, String code, String en, String zh) {
        try {
            return parser.get();
        } catch (DateTimeException e) {
            throw new NotParsedException(code, en, zh);
        }
    }
}
