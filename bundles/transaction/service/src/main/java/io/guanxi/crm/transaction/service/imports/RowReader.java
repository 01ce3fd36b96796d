package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Moment;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the cells of one row; whatever is wrong goes to the errors, under its column. */
final class RowReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Map<String, OrderStatus> STATUSES = Map.of(
            "draft", OrderStatus.DRAFT,
            "草稿", OrderStatus.DRAFT,
            "confirmed", OrderStatus.CONFIRMED,
            "确认", OrderStatus.CONFIRMED,
            "已确认", OrderStatus.CONFIRMED,
            "cancelled", OrderStatus.CANCELLED,
            "canceled", OrderStatus.CANCELLED,
            "取消", OrderStatus.CANCELLED,
            "已取消", OrderStatus.CANCELLED);

    private final ZoneId zone;
    // a file repeats the same few of these in every row
    private final Map<String, Optional<Currency>> currencies = new HashMap<>();
    private String lastMoment = "";
    private Optional<Instant> lastInstant = Optional.empty();

    RowReader(ZoneId zone) {
        this.zone = zone;
    }

    OrderRow read(ImportRow row, FieldErrors errors) {
        return new OrderRow(
                row,
                row.text(OrderColumns.EXTERNAL_ID),
                CustomerRef.of(row),
                orderedAt(row, errors),
                currency(row, errors),
                status(row, errors),
                line(row, errors));
    }

    private Optional<Instant> orderedAt(ImportRow row, FieldErrors errors) {
        Optional<String> text = row.text(OrderColumns.ORDERED_AT);
        Optional<Instant> at = text.flatMap(this::moment);
        if (text.isPresent() && at.isEmpty()) {
            errors.add(
                    OrderColumns.ORDERED_AT,
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

    private Optional<Currency> currency(ImportRow row, FieldErrors errors) {
        Optional<String> text = row.text(OrderColumns.CURRENCY);
        Optional<Currency> currency = text.flatMap(code -> currencies.computeIfAbsent(code, RowReader::currency));
        if (text.isPresent() && currency.isEmpty()) {
            errors.add(
                    OrderColumns.CURRENCY,
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

    private static Optional<OrderStatus> status(ImportRow row, FieldErrors errors) {
        Optional<String> text = row.text(OrderColumns.STATUS);
        Optional<OrderStatus> status =
                text.flatMap(word -> Optional.ofNullable(STATUSES.get(word.toLowerCase(Locale.ROOT))));
        if (text.isPresent() && status.isEmpty()) {
            errors.add(
                    OrderColumns.STATUS,
                    "unknown-status",
                    "A status is draft, confirmed or cancelled.",
                    "状态须为草稿、已确认或已取消。");
        }
        return status;
    }

    private static OrderLine line(ImportRow row, FieldErrors errors) {
        Optional<String> product = row.text(OrderColumns.PRODUCT);
        if (product.isEmpty()) {
            errors.add(OrderColumns.PRODUCT, "required", "A value is required.", "此项必填。");
        }
        BigDecimal quantity = required(row, OrderColumns.QUANTITY, errors);
        if (quantity.signum() <= 0) {
            errors.add(OrderColumns.QUANTITY, "quantity-not-positive", "A quantity has to be above zero.", "数量必须大于零。");
        }
        BigDecimal price = required(row, OrderColumns.UNIT_PRICE, errors);
        if (price.signum() <= 0) {
            errors.add(
                    OrderColumns.UNIT_PRICE,
                    "price-not-positive",
                    "A price has to be above zero. A free item is a line with its whole price as discount.",
                    "单价必须大于零；赠品请以全额折扣表示。");
        }
        BigDecimal discount = number(row, OrderColumns.DISCOUNT, errors).orElse(BigDecimal.ZERO);
        return new OrderLine(product.orElse(""), row.text(OrderColumns.DESCRIPTION), quantity, price, discount);
    }

    /** One, where it is not there or no number: that is said already. */
    private static BigDecimal required(ImportRow row, String column, FieldErrors errors) {
        if (row.text(column).isEmpty()) {
            errors.add(column, "required", "A value is required.", "此项必填。");
        }
        return number(row, column, errors).orElse(BigDecimal.ONE);
    }

    private static Optional<BigDecimal> number(ImportRow row, String column, FieldErrors errors) {
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
}
