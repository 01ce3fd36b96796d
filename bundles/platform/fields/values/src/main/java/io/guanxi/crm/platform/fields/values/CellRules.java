package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.Choice;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.ChoicesValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write into a cell, as a value that {@link ValueRules} then judge. */
final class CellRules {

    private static final Pattern MONEY = Pattern.compile("(-?[0-9]{1,20}(?:\\.[0-9]{1,20})?)\\s*([A-Za-z]{3})");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "真");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "假");

    private CellRules() {}

    static FieldValue read(Field field, String cell) {
        return switch (field.type()) {
            case MONEY -> money(cell);
            case BOOLEAN -> flag(cell);
            case DATE -> date(cell);
            case CHOICE -> new TextValue(code(field, cell));
            case CHOICES ->
                new ChoicesValue(Arrays.stream(cell.split("[;；]"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> code(field, text))
                        .toList());
            case TEXT, LONG_TEXT, NUMBER, INSTANT, REFERENCE -> new TextValue(cell);
        };
    }

    private static FieldValue money(String cell) {
        Matcher form = MONEY.matcher(cell);
        return form.matches()
                ? new MoneyValue(new BigDecimal(form.group(1)), form.group(2).toUpperCase(Locale.ROOT))
                : new TextValue(cell);
    }

    private static FieldValue flag(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return new BooleanValue(true);
        }
        return NO.contains(word) ? new BooleanValue(false) : new TextValue(cell);
    }

    private static FieldValue date(String cell) {
        Matcher form = DATE.matcher(cell);
        return new TextValue(
                form.matches()
                        ? form.group(1) + "-" + twoDigits(form.group(2)) + "-" + twoDigits(form.group(3))
                        : cell);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** By code, else by label in either language; what is neither stays as it is. */
    private static String code(Field field, String text) {
        return field.choices().stream()
                .filter(choice -> choice.code().equals(text))
                .findFirst()
                .or(() -> field.choices().stream()
                        .filter(choice -> isLabel(choice, text))
                        .findFirst())
                .map(Choice::code)
                .orElse(text);
    }

    private static boolean isLabel(Choice choice, String text) {
        return choice.label().en().equalsIgnoreCase(text) || choice.label().zh().equals(text);
    }
}
