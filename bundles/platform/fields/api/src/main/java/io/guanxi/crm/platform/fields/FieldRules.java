package io.guanxi.crm.platform.fields;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a value must obey beyond its type.
 *
 * @param maxLength of texts, in UTF-16 units
 * @param min smallest number or amount, inclusive; so is {@code max}
 */
public record FieldRules(
        boolean required,
        boolean unique,
        Optional<Integer> maxLength,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max) {

    public static final FieldRules NONE =
            new FieldRules(false, false, Optional.empty(), Optional.empty(), Optional.empty());

    /** The same rules, the value being required. */
    public FieldRules asRequired() {
        return new FieldRules(true, unique, maxLength, min, max);
    }
}
