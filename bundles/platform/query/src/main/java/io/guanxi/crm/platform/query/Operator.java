package io.guanxi.crm.platform.query;

import io.guanxi.crm.platform.fields.FieldType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a field is compared. A field without a value matches {@link #NOT_EQUAL}, {@link #OUT} and {@code =isnull=true} alone. Of a
 * field with several values one that matches is enough, except that for {@link #NOT_EQUAL} and {@link #OUT} none may be
 * equal.
 */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("=in="),
    OUT("=out="),
    LIKE("=like="),
    IS_NULL("=isnull="),
    BETWEEN("=between="),
    WITHIN("=within=");

    private static final Set<Operator> SAMENESS = EnumSet.of(EQUAL, NOT_EQUAL, IN, OUT, IS_NULL);
    private static final Set<Operator> ORDER =
            EnumSet.of(EQUAL, NOT_EQUAL, IN, OUT, IS_NULL, LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    static Optional<Operator> of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    boolean suits(FieldType type) {
        return switch (type) {
            case TEXT -> this == LIKE || ORDER.contains(this);
            case LONG_TEXT -> this == LIKE || this == IS_NULL;
            case NUMBER, MONEY -> ORDER.contains(this);
            case DATE, INSTANT -> this == WITHIN || ORDER.contains(this);
            case BOOLEAN, CHOICE, CHOICES, REFERENCE -> SAMENESS.contains(this);
        };
    }

    boolean takes(int values) {
        return switch (this) {
            case IN, OUT -> values >= 1;
            case BETWEEN -> values == 2;
            default -> values == 1;
        };
    }
}
