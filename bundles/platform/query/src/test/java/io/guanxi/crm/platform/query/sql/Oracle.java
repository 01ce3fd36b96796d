package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.query.Filter;
import io.guanxi.crm.platform.query.Operand;
import io.guanxi.crm.platform.query.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a filter means, in plain Java over rows in memory. */
final class Oracle {

    private Oracle() {}

    static boolean matches(Filter filter, TestRow row) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> matches(part, row));
        } else if (filter instanceof Filter.Or or) {
            return or.parts().stream().anyMatch(part -> matches(part, row));
        }
        Filter.Comparison c = (Filter.Comparison) filter;
        List<Object> values = values(row, c.field().code());
        return switch (c.operator()) {
            case NOT_EQUAL, OUT ->
                values.stream().noneMatch(v -> c.operands().stream().anyMatch(o -> order(v, o) == 0));
            case IS_NULL -> ((Operand.Flag) c.operands().get(0)).value() == values.isEmpty();
            default -> values.stream().anyMatch(v -> matches(c, v));
        };
    }

    private static boolean matches(Filter.Comparison c, Object value) {
        Operand first = c.operands().get(0);
        return switch (c.operator()) {
            case EQUAL, IN, WITHIN -> c.operands().stream().anyMatch(o -> order(value, o) == 0);
            case LESS -> order(value, first) < 0;
            case AT_MOST -> order(value, first) <= 0;
            case GREATER -> order(value, first) > 0;
            case AT_LEAST -> order(value, first) >= 0;
            case BETWEEN ->
                order(value, first) >= 0 && order(value, c.operands().get(1)) <= 0;
            case LIKE -> like(value.toString(), ((Operand.Words) first).text());
            case NOT_EQUAL, OUT, IS_NULL ->
                throw new IllegalArgumentException(c.operator().symbol());
        };
    }

    /** Less than, within or greater than what the operand stands for. */
    private static int order(Object value, Operand operand) {
        if (operand instanceof Operand.Words words) {
            String text = value instanceof Key ? TestTable.key(words.text()) : words.text();
            return byCodePoint(value.toString(), text);
        } else if (operand instanceof Operand.Decimal decimal) {
            return ((BigDecimal) value).compareTo(decimal.value());
        } else if (operand instanceof Operand.Flag flag) {
            return value.equals(flag.value()) ? 0 : 1;
        } else if (operand instanceof Operand.Id id) {
            return Long.compare((Long) value, id.value());
        } else if (operand instanceof Operand.Days days) {
            LocalDate day = (LocalDate) value;
            return day.isBefore(days.first()) ? -1 : day.isAfter(days.last()) ? 1 : 0;
        }
        Operand.Span span = (Operand.Span) operand;
        Instant at = (Instant) value;
        return at.isBefore(span.start()) ? -1 : at.isBefore(span.end()) ? 0 : 1;
    }

    private static boolean like(String value, String pattern) {
        String regex = Stream.of(pattern.split("(?<!\\\\)\\*", -1))
                .map(part -> Pattern.quote(part.replace("\\*", "*").toLowerCase(Locale.ROOT)))
                .reduce((one, other) -> one + ".*" + other)
                .orElseThrow();
        boolean star = Pattern.compile("(?<!\\\\)\\*").matcher(pattern).find();
        return Pattern.compile(star ? regex : ".*" + regex + ".*", Pattern.DOTALL)
                .matcher(value.toLowerCase(Locale.ROOT))
                .matches();
    }

    static int byCodePoint(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }

    /** A text that is kept by its key. */
    private record Key(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static List<Object> values(TestRow row, String code) {
        return switch (code) {
            case "name" -> List.of(new Key(TestTable.key(row.name())));
            case "city" -> List.copyOf(row.city().stream().toList());
            case "note" -> List.copyOf(row.note().stream().toList());
            case "amount" -> List.copyOf(row.amount().stream().toList());
            case "born" -> List.copyOf(row.born().stream().toList());
            case "seenAt" -> List.of(Instant.ofEpochMilli(row.seenAt()));
            case "open" -> List.copyOf(row.open().stream().toList());
            case "kind" -> List.of(row.kind());
            case "parentId" -> List.copyOf(row.parent().stream().toList());
            case "phones" -> List.copyOf(row.phones());
            case "custom.score" -> List.copyOf(row.score().stream().toList());
            case "custom.due" -> List.copyOf(row.due().stream().toList());
            case "custom.memo" -> List.copyOf(row.note().stream().toList());
            case "custom.rank" -> List.copyOf(row.rank().stream().toList());
            case "custom.colours" -> List.copyOf(row.colours());
            default -> throw new IllegalArgumentException(code);
        };
    }

    static boolean suits(Operator operator, io.guanxi.crm.platform.fields.FieldType type) {
        return switch (type) {
            case TEXT -> operator != Operator.WITHIN;
            case LONG_TEXT -> operator == Operator.LIKE || operator == Operator.IS_NULL;
            case NUMBER, MONEY -> operator != Operator.WITHIN && operator != Operator.LIKE;
            case DATE, INSTANT -> operator != Operator.LIKE;
            default ->
                List.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.IN, Operator.OUT, Operator.IS_NULL)
                        .contains(operator);
        };
    }
}
