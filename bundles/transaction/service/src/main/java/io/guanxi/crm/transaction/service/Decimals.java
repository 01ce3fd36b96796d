package io.guanxi.crm.transaction.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Numbers as the columns hold them, DECIMAL(19,4), and as they are shown: without zeros that say nothing. */
final class Decimals {

    /** Sums stay below this: in ten-thousandths they fit a long. */
    static final BigDecimal LIMIT = new BigDecimal("100000000000000");

    private static final int INTEGER_DIGITS = 12;
    private static final int DECIMALS = 4;

    private Decimals() {}

    /** The number without superfluous zeros; zero where it is refused. */
    static BigDecimal clean(String field, BigDecimal value, FieldErrors errors) {
        // Looked at before any arithmetic: 1E+999999999 is short to write and endless to compute with.
        if (value.signum() != 0 && (long) value.precision() - value.scale() > INTEGER_DIGITS) {
            errors.add(field, "too-large", "At most 12 digits before the point are allowed.", "整数部分最多 12 位。");
            return BigDecimal.ZERO;
        }
        if (value.stripTrailingZeros().scale() > DECIMALS) {
            errors.add(field, "too-precise", "At most 4 decimals are allowed.", "最多 4 位小数。");
            return BigDecimal.ZERO;
        }
        return plain(value);
    }

    /** Like {@link #clean}, and above zero. */
    static BigDecimal positive(String field, BigDecimal value, FieldErrors errors) {
        if (value.signum() <= 0) {
            errors.add(field, "not-positive", "The number has to be above zero.", "必须大于零。");
            return BigDecimal.ZERO;
        }
        return clean(field, value, errors);
    }

    /** The number without superfluous zeros. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** With the currency's decimals, or more where the number has more. */
    static BigDecimal price(BigDecimal value, Currency currency) {
        BigDecimal plain = plain(value);
        return plain.setScale(Math.max(plain.scale(), minorDigits(currency)));
    }

    static Money money(BigDecimal amount, String currency) {
        Currency its = Currency.getInstance(currency);
        return new Money(price(amount, its), its);
    }

    /** ISO 4217 gives gold, test codes and the like none; those are refused before anything is computed. */
    static int minorDigits(Currency currency) {
        return Math.max(currency.getDefaultFractionDigits(), 0);
    }
}
