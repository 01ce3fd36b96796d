package io.guanxi.crm.transaction.service;

import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** What lines and orders come to. */
public final class OrderTotals {

    private OrderTotals() {}

    /** The line's amount, half up to the currency's minor unit: 2 decimals for CNY, none for JPY, 3 for KWD (ISO 4217). */
    public static BigDecimal amount(OrderLine line, Currency currency) {
        return line.amount().setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }

    /** The sum of the lines' rounded amounts. */
    public static Money total(List<OrderLine> lines, Currency currency) {
        BigDecimal sum = BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits());
        for (OrderLine line : lines) {
            sum = sum.add(amount(line, currency));
        }
        return new Money(sum, currency);
    }
}
