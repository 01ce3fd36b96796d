package io.guanxi.crm.transaction.web;

import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Currency;
import java.util.Optional;

/** Values that a body has to have before the ledger can judge them. */
final class Required {

    private static final Currency NONE = Currency.getInstance("XXX");

    private Required() {}

    /** The value, or else the stand-in and an error. */
    static <T> T value(String field, Optional<T> value, T otherwise, FieldErrors errors) {
        if (value.isEmpty()) {
            errors.add(field, "required", "A value is required.", "此项必填。");
        }
        return value.orElse(otherwise);
    }

    /** The currency of this ISO 4217 code. */
    static Currency currency(String field, Optional<String> code, FieldErrors errors) {
        String wanted = value(field, code, "", errors);
        Optional<Currency> found = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(wanted))
                .findFirst();
        if (found.isEmpty() && code.isPresent()) {
            errors.add(field, "unknown-currency", "There is no such currency.", "没有这种货币。");
        }
        return found.orElse(NONE);
    }
}
