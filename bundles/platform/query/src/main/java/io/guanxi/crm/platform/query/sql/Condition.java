package io.guanxi.crm.platform.query.sql;

import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.query.Operand;
import io.guanxi.crm.platform.query.Operator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One expression compared with values. Texts are compared exactly and ordered by code point (on Derby, characters beyond
 * the Basic Multilingual Plane come before U+E000); blanks around a value don't count, as none are stored.
 *
 * @param key what the expression holds of a text
 * @param folded true where the key ignores case by itself
 */
record Condition(String expression, Storage storage, UnaryOperator<String> key, boolean folded, SqlDialect dialect) {

    /** For the operators that say yes to values: not for {@code !=}, {@code =out=} and {@code =isnull=}. */
    Sql of(Operator operator, List<Operand> operands) {
        Operand first = operands.get(0);
        return switch (operator) {
            case LESS -> Sql.of("(" + ordered() + " < " + storage.mark() + ")", low(first));
            case AT_MOST -> Sql.of("(" + ordered() + " <= " + storage.mark() + ")", high(first));
            case GREATER -> Sql.of("(" + ordered() + " > " + storage.mark() + ")", high(first));
            case AT_LEAST -> Sql.of("(" + ordered() + " >= " + storage.mark() + ")", low(first));
            case BETWEEN -> range(low(first), high(operands.get(1)));
            case EQUAL, IN, WITHIN -> any(operands);
            case LIKE -> like(first);
            case NOT_EQUAL, OUT, IS_NULL -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private Sql any(List<Operand> operands) {
        Sql sql = Sql.of("(");
        for (int i = 0; i < operands.size(); i++) {
            Object low = low(operands.get(i));
            Object high = high(operands.get(i));
            sql.add(i == 0 ? "" : " OR ");
            sql.add(low.equals(high) ? Sql.of(expression + " = " + storage.mark(), low) : range(low, high));
        }
        return sql.add(")");
    }

    private Sql range(Object low, Object high) {
        String mark = storage.mark();
        return Sql.of("(" + ordered() + " >= " + mark + " AND " + ordered() + " <= " + mark + ")", low, high);
    }

    private Sql like(Operand operand) {
        String pattern = LikePattern.of(((Operand.Words) operand).text(), this::folded);
        String subject = folded ? expression : dialect.lowerCase(expression);
        return Sql.of("(" + subject + " LIKE ? ESCAPE '" + LikePattern.ESCAPE + "')", pattern);
    }

    private String folded(String literal) {
        return folded ? key.apply(literal) : literal.toLowerCase(Locale.ROOT);
    }

    private String ordered() {
        return storage == Storage.TEXT ? dialect.byCodePoint(expression) : expression;
    }

    private Object low(Operand operand) {
        return storage.low(keyed(operand));
    }

    private Object high(Operand operand) {
        return storage.high(keyed(operand));
    }

    private Operand keyed(Operand operand) {
        return operand instanceof Operand.Words words
                ? new Operand.Words(key.apply(words.text().strip()))
                : operand;
    }
}
