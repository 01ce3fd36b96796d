package io.guanxi.crm.platform.fields.values;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldType;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.MoneyValue;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers and amounts: 20 digits before the point, 8 behind it, as the columns have. */
final class AmountRules {

    private static final int DIGITS = 20;
    private static final int DECIMALS = 8;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private AmountRules() {}

    static Optional<FieldValue> clean(Field field, FieldValue given, FieldErrors errors) {
        return field.type() == FieldType.MONEY ? money(field, given, errors) : number(field, given, errors);
    }

    /** Fits into the column. */
    static boolean isStorable(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= DECIMALS && number.precision() - number.scale() <= DIGITS;
    }

    private static Optional<FieldValue> number(Field field, FieldValue given, FieldErrors errors) {
        Optional<BigDecimal> number = Optional.empty();
        if (given instanceof NumberValue value) {
            number = Optional.of(value.number());
        } else if (given instanceof TextValue value && value.text().matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            number = Optional.of(new BigDecimal(value.text()));
        }
        if (number.isEmpty()) {
            errors.add(
                    field.code(), "invalid-decimal", "Give a decimal number, such as 1234.50.", "请填写十进制数，例如 1234.50。");
        }
        return number.filter(n -> isAllowed(field, n, errors)).map(NumberValue::new);
    }

    private static Optional<FieldValue> money(Field field, FieldValue given, FieldErrors errors) {
        if (!(given instanceof MoneyValue money)) {
            errors.add(
                    field.code(),
                    "invalid-money",
                    "Give an amount and a currency, such as 1234.50 and CNY.",
                    "请填写金额与币种，例如 1234.50 与 CNY。");
            return Optional.empty();
        }
        if (!CURRENCIES.contains(money.currency())) {
            errors.add(
                    field.code() + ".currency",
                    "unknown-currency",
                    "A currency is an ISO 4217 code, such as CNY.",
                    "币种须为 ISO 4217 代码，例如 CNY。");
            return Optional.empty();
        }
        return isAllowed(field, money.amount(), errors) ? Optional.of(money) : Optional.empty();
    }

    private static boolean isAllowed(Field field, BigDecimal number, FieldErrors errors) {
        if (!isStorable(number)) {
            errors.add(
                    field.code(),
                    "too-many-digits",
                    "At most 20 digits before the point and 8 behind it are allowed.",
                    "小数点前最多 20 位，小数点后最多 8 位。");
            return false;
        }
        Optional<BigDecimal> min = field.rules().min();
        if (min.filter(m -> number.compareTo(m) < 0).isPresent()) {
            String limit = min.get().toPlainString();
            errors.add(field.code(), "too-small", "The least allowed is " + limit + ".", "不能小于 " + limit + "。");
            return false;
        }
        Optional<BigDecimal> max = field.rules().max();
        if (max.filter(m -> number.compareTo(m) > 0).isPresent()) {
            String limit = max.get().toPlainString();
            errors.add(field.code(), "too-large", "The most allowed is " + limit + ".", "不能大于 " + limit + "。");
            return false;
        }
        return true;
    }
}
