package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Filters as text, of all fields and operators, nested a few levels deep. */
final class RandomFilter {

    private static final List<String> DAYS = List.of(
            "2026-01-28",
            "2026-01-30",
            "2026-02-01",
            "2026-02",
            "2026-01",
            "2026",
            "2025",
            "today",
            "yesterday",
            "this-month",
            "last-month",
            "this-week",
            "last-week",
            "this-quarter",
            "this-year",
            "P3D",
            "P1M");

    private final Random random;

    RandomFilter(Random random) {
        this.random = random;
    }

    String text(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return comparison();
        }
        String word = random.nextBoolean() ? ";" : ",";
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> text(depth - 1))
                .collect(Collectors.joining(word, "(", ")"));
    }

    private String comparison() {
        List<Field> fields = TestTable.COLUMNS.fields();
        Field field = fields.get(random.nextInt(fields.size()));
        List<Operator> operators = Arrays.stream(Operator.values())
                .filter(operator -> Oracle.suits(operator, field.type()))
                .toList();
        Operator operator = operators.get(random.nextInt(operators.size()));
        return field.code() + operator.symbol() + operands(field, operator);
    }

    private String operands(Field field, Operator operator) {
        return switch (operator) {
            case IS_NULL -> Boolean.toString(random.nextBoolean());
            case IN, OUT ->
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> operand(field))
                        .collect(Collectors.joining(",", "(", ")"));
            case BETWEEN -> "(" + operand(field) + "," + operand(field) + ")";
            case LIKE -> quoted(pattern());
            default -> operand(field);
        };
    }

    private String operand(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> quoted(random.nextInt(20) == 0 ? "x".repeat(300) : TestRow.text(random));
            case NUMBER, MONEY -> number();
            case DATE, INSTANT -> DAYS.get(random.nextInt(DAYS.size()));
            case BOOLEAN -> Boolean.toString(random.nextBoolean());
            case CHOICE, CHOICES ->
                field.choices().get(random.nextInt(field.choices().size())).code();
            case REFERENCE -> Integer.toString(1 + random.nextInt(5));
        };
    }

    private String number() {
        String value =
                TestRow.NUMBERS.get(random.nextInt(TestRow.NUMBERS.size())).toPlainString();
        return switch (random.nextInt(6)) {
            case 0 -> "1.00000001";
            case 1 -> "99999999999999999999.99999999";
            default -> value;
        };
    }

    private String pattern() {
        String text = TestRow.text(random).replace("*", "\\*");
        return switch (random.nextInt(4)) {
            case 0 -> text + "*";
            case 1 -> "*" + text;
            case 2 -> "*" + text + "*" + TestRow.text(random).replace("*", "\\*");
            default -> text;
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
