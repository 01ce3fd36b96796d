package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Moment;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times, currencies and numbers of rows; whatever is none goes to the errors, under its column. */
final class CellReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final ZoneId zone;
    // a file repeats the same few of these in every row
    private final Map<String, Optional<Currency>> currencies = new HashMap<>();
    private String lastMoment = "";
    private Optional<Instant> lastInstant = Optional.empty();

    /** @param zone of what names none */
    CellReader(ZoneId zone) {
        this.zone = zone;
    }

    Optional<Instant> moment(ImportRow row, String column, FieldErrors errors) {
        Optional<String> text = row.text(column);
        Optional<Instant> at = text.flatMap(this::moment);
        if (text.isPresent() && at.isEmpty()) {
            errors.add(
                    column,
                    "invalid-date",
                    "This is no date. Write it as 2026-03-01T08:30:00Z, 2026-03-01 08:30 or 2026-03-01.",
                    "日期无效，请写成 2026-03-01T08:30:00Z、2026-03-01 08:30 或 2026-03-01 的形式。");
        }
        return at;
    }

    private Optional<Instant> moment(String text) {
        if (!text.equals(lastMoment)) {
            lastMoment = text;
            lastInstant = Moment.parse(text, zone);
        }
        return lastInstant;
    }

    /** The epoch, where it is not there or no date: that is said already. */
    Instant requiredMoment(ImportRow row, String column, FieldErrors errors) {
        requireText(row, column, errors);
        return moment(row, column, errors).orElse(Instant.EPOCH);
    }

    Optional<Currency> currency(ImportRow row, String column, FieldErrors errors) {
        Optional<String> text = row.text(column);
        Optional<Currency> currency = text.flatMap(code -> currencies.computeIfAbsent(code, CellReader::currency));
        if (text.isPresent() && currency.isEmpty()) {
            errors.add(
                    column,
                    "unknown-currency",
                    "A currency is an ISO 4217 code, such as CNY.",
                    "币种须为 ISO 4217 代码，例如 CNY。");
        }
        return currency;
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One, where it is not there or no number: that is said already. */
    BigDecimal required(ImportRow row, String column, FieldErrors errors) {
        requireText(row, column, errors);
        return number(row, column, errors).orElse(BigDecimal.ONE);
    }

    Optional<BigDecimal> number(ImportRow row, String column, FieldErrors errors) {
        Optional<String> text = row.text(column);
        Optional<BigDecimal> number =
                text.filter(t -> NUMBER.matcher(t).matches()).map(BigDecimal::new);
        if (text.isPresent() && number.isEmpty()) {
            errors.add(
                    column,
                    "invalid-number",
                    "This is no number. Write it as 1234.50, without separators.",
                    "数字无效，请写成 1234.50 的形式，不带千位分隔符。");
        }
        return number;
    }

    private static void requireText(ImportRow row, String column, FieldErrors errors) {
        if (row.text(column).isEmpty()) {
            errors.add(column, "required", "A value is required.", "此项必填。");
        }
    }
}
