package io.guanxi.crm.transaction;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in an ISO 4217 currency; never rounded here. */
public record Money(BigDecimal amount, Currency currency) {

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** @throws IllegalArgumentException where the currencies differ */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("can't add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
