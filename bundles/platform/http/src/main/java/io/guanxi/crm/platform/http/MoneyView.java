package io.guanxi.crm.platform.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount on the wire: {@code {"amount":"1234.50","currency":"CNY"}}. */
public record MoneyView(BigDecimal amount, String currency) {

    /** Written with the currency's digits, and with more only where the amount has them. */
    public static MoneyView of(BigDecimal amount, Currency currency) {
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        BigDecimal plain = amount.stripTrailingZeros();
        BigDecimal shown = plain.scale() < digits ? plain.setScale(digits, RoundingMode.UNNECESSARY) : plain;
        return new MoneyView(shown, currency.getCurrencyCode());
    }
}
