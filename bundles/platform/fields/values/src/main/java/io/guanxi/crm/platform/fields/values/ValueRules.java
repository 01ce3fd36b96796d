package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.DateValue;
import io.guanxi.crm.platform.fields.FieldValue.InstantValue;
import io.guanxi.crm.platform.fields.FieldValue.ReferenceValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What one field may hold. */
public final class ValueRules {

    /** Longest text, and how long one may be where the field doesn't say. */
    public static final int LONGEST_TEXT = 2000;

    public static final int STANDARD_TEXT = 200;

    /** Longest text with line breaks, and the limit where the field doesn't say. */
    public static final int LONGEST_LONG_TEXT = 20_000;

    private ValueRules() {}

    /**
     * The value in the form of the field's type; empty where it is blank or wrong. Whatever is wrong goes to
     * {@code errors} under the field's code.
     *
     * @param before what the record has now: a choice that was retired may stay
     */
    public static Optional<FieldValue> clean(
            Field field, FieldValue given, Optional<FieldValue> before, FieldErrors errors) {
        return switch (field.type()) {
            case TEXT -> text(field, given, errors);
            case LONG_TEXT -> longText(field, given, errors);
            case NUMBER, MONEY -> AmountRules.clean(field, given, errors);
            case DATE -> date(field, given, errors);
            case INSTANT -> instant(field, given, errors);
            case BOOLEAN -> flag(field, given, errors);
            case CHOICE, CHOICES -> ChoiceRules.clean(field, given, before, errors);
            case REFERENCE -> reference(field, given, errors);
        };
    }

    /** True for a number that fits into the columns: 20 digits before the point, 8 behind it. */
    public static boolean isStorable(BigDecimal number) {
        return AmountRules.isStorable(number);
    }

    /** How long a text may be. */
    public static int maxLength(Field field) {
        return field.rules()
                .maxLength()
                .orElse(field.type() == FieldType.LONG_TEXT ? LONGEST_LONG_TEXT : STANDARD_TEXT);
    }

    private static Optional<FieldValue> text(Field field, FieldValue given, FieldErrors errors) {
        return textOf(field, given, errors)
                .flatMap(text -> errors.line(field.code(), Optional.of(text), maxLength(field)))
                .map(TextValue::new);
    }

    private static Optional<FieldValue> longText(Field field, FieldValue given, FieldErrors errors) {
        return textOf(field, given, errors)
                .flatMap(text -> errors.lines(field.code(), Optional.of(text), maxLength(field)))
                .map(TextValue::new);
    }

    static Optional<String> textOf(Field field, FieldValue given, FieldErrors errors) {
        if (given instanceof TextValue value) {
            return Optional.of(value.text());
        }
        errors.add(field.code(), "not-a-text", "Give a text here.", "此处应为文本。");
        return Optional.empty();
    }

    private static Optional<FieldValue> date(Field field, FieldValue given, FieldErrors errors) {
        if (given instanceof DateValue) {
            return Optional.of(given);
        }
        Optional<FieldValue> date = given instanceof TextValue value ? date(value.text()) : Optional.empty();
        if (date.isEmpty()) {
            errors.add(field.code(), "invalid-date", "Give a date such as 2026-03-01.", "请填写日期，例如 2026-03-01。");
        }
        return date;
    }

    private static Optional<FieldValue> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return isUsual(date.getYear()) ? Optional.of(new DateValue(date)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<FieldValue> instant(Field field, FieldValue given, FieldErrors errors) {
        if (given instanceof InstantValue value) {
            return Optional.of(new InstantValue(value.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
        Optional<FieldValue> instant = given instanceof TextValue value ? instant(value.text()) : Optional.empty();
        if (instant.isEmpty()) {
            errors.add(
                    field.code(),
                    "invalid-instant",
                    "Give a time such as 2026-03-01T08:30:00Z.",
                    "请填写时间，例如 2026-03-01T08:30:00Z。");
        }
        return instant;
    }

    private static Optional<FieldValue> instant(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            return isUsual(at.getYear())
                    ? Optional.of(new InstantValue(at.toInstant().truncatedTo(ChronoUnit.MILLIS)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // Beyond these years databases and clients differ.
    private static boolean isUsual(int year) {
        return year >= 1 && year <= 9999;
    }

    private static Optional<FieldValue> flag(Field field, FieldValue given, FieldErrors errors) {
        if (given instanceof BooleanValue) {
            return Optional.of(given);
        }
        errors.add(field.code(), "not-a-flag", "Say true or false.", "请填写 true 或 false。");
        return Optional.empty();
    }

    private static Optional<FieldValue> reference(Field field, FieldValue given, FieldErrors errors) {
        if (given instanceof ReferenceValue) {
            return Optional.of(given);
        }
        if (given instanceof TextValue value && value.text().matches("[1-9][0-9]{0,17}")) {
            return Optional.of(new ReferenceValue(Long.parseLong(value.text())));
        }
        errors.add(field.code(), "invalid-id", "This is not an id.", "这不是有效的标识。");
        return Optional.empty();
    }
}
