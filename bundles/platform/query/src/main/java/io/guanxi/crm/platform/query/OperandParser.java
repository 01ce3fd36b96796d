package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The values of one comparison. */
final class OperandParser {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,8})?");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final Field field;
    private final Operator operator;
    private final Moments moments;
    private final int column;

    /** @param column of the comparison, for mistakes */
    OperandParser(Field field, Operator operator, Moments moments, int column) {
        this.field = field;
        this.operator = operator;
        this.moments = moments;
        this.column = column;
    }

    Operand parse(String text) {
        requireStorable(text);
        if (operator == Operator.IS_NULL) {
            return flag(text);
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> new Operand.Words(text);
            case NUMBER, MONEY -> number(text);
            case BOOLEAN -> flag(text);
            case CHOICE, CHOICES -> choice(text);
            case REFERENCE -> id(text);
            case DATE -> moments.days(text, operator).orElseThrow(() -> refused(text, DATES_EN, DATES_ZH));
            case INSTANT -> moments.span(text, operator).orElseThrow(() -> refused(text, DATES_EN, DATES_ZH));
        };
    }

    private static final String DATES_EN = "a time, such as 2026-03-01, today, this-month, P90D";
    private static final String DATES_ZH = "时间，例如 2026-03-01、today、this-month、P90D";

    private Operand number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refused(text, "a number of at most 20 digits and 8 decimals", "不超过 20 位整数、8 位小数的数字");
        }
        return new Operand.Decimal(new BigDecimal(text));
    }

    private Operand flag(String text) {
        return switch (text) {
            case "true" -> new Operand.Flag(true);
            case "false" -> new Operand.Flag(false);
            default -> throw refused(text, "true or false", "true 或 false");
        };
    }

    private Operand choice(String text) {
        if (field.choices().stream().map(Choice::code).noneMatch(text::equals)) {
            throw refused(text, "one of the choices of " + field.code(), field.code() + " 的选项");
        }
        return new Operand.Words(text);
    }

    private Operand id(String text) {
        if (!ID.matcher(text).matches()) {
            throw refused(text, "an id", "有效的标识");
        }
        return new Operand.Id(Long.parseLong(text));
    }

    /** PostgreSQL refuses NUL, and half a surrogate pair does not survive UTF-8. */
    private void requireStorable(String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw InvalidFilterException.at(column, "The value holds characters that are not text.", "值包含非文本字符。");
        }
    }

    private InvalidFilterException refused(String text, String en, String zh) {
        String shown = text.length() <= 50 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
        return InvalidFilterException.at(column, shown + " is not " + en + ".", shown + " 不是" + zh + "。");
    }
}
