package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the cells of one row; whatever is wrong goes to the errors, under its column. */
final class RowReader {

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

    private final CellReader cells;

    RowReader(ZoneId zone) {
        this.cells = new CellReader(zone);
    }

    OrderRow read(ImportRow row, FieldErrors errors) {
        return new OrderRow(
                row,
                row.text(OrderColumns.EXTERNAL_ID),
                CustomerRef.of(row),
                cells.moment(row, OrderColumns.ORDERED_AT, errors),
                cells.currency(row, OrderColumns.CURRENCY, errors),
                status(row, errors),
                line(row, errors));
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

    private OrderLine line(ImportRow row, FieldErrors errors) {
        Optional<String> product = row.text(OrderColumns.PRODUCT);
        if (product.isEmpty()) {
            errors.add(OrderColumns.PRODUCT, "required", "A value is required.", "此项必填。");
        }
        BigDecimal quantity = cells.required(row, OrderColumns.QUANTITY, errors);
        if (quantity.signum() <= 0) {
            errors.add(OrderColumns.QUANTITY, "quantity-not-positive", "A quantity has to be above zero.", "数量必须大于零。");
        }
        BigDecimal price = cells.required(row, OrderColumns.UNIT_PRICE, errors);
        if (price.signum() <= 0) {
            errors.add(
                    OrderColumns.UNIT_PRICE,
                    "price-not-positive",
                    "A price has to be above zero. A free item is a line with its whole price as discount.",
                    "单价必须大于零；赠品请以全额折扣表示。");
        }
        BigDecimal discount = cells.number(row, OrderColumns.DISCOUNT, errors).orElse(BigDecimal.ZERO);
        return new OrderLine(product.orElse(""), row.text(OrderColumns.DESCRIPTION), quantity, price, discount);
    }
}
