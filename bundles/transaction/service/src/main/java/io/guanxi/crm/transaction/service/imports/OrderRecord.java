package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one order: those that are good so far, and what is wrong with the others. */
final class OrderRecord {

    private final String number;
    private final List<OrderRow> good = new ArrayList<>();
    private final Map<ImportRow, List<FieldError>> faults = new LinkedHashMap<>();
    private OrderHead head = OrderHead.SILENT;

    private OrderRecord(String number) {
        this.number = number;
    }

    static OrderRecord read(List<ImportRow> rows, RowReader reader) {
        OrderRecord record =
                new OrderRecord(rows.get(0).text(OrderColumns.NUMBER).orElse(""));
        for (ImportRow row : rows) {
            FieldErrors errors = new FieldErrors();
            record.add(reader.read(row, errors), errors);
        }
        record.requireHead();
        return record;
    }

    private void add(OrderRow row, FieldErrors errors) {
        Optional<String> conflict = errors.isEmpty() ? head.conflict(row) : Optional.empty();
        conflict.ifPresent(column -> errors.add(
                column,
                "conflicting-values",
                "Another row of this order says something else here.",
                "同一订单的其他行在此列的值不同。"));
        if (errors.isEmpty()) {
            head = head.and(row);
            good.add(row);
        } else {
            faults.put(row.row(), errors.found());
        }
    }

    private void requireHead() {
        if (number.isEmpty()) {
            refuse(FieldError.of(OrderColumns.NUMBER, "required", "A value is required.", "此项必填。"));
        } else if (head.customer().isEmpty()) {
            refuse(FieldError.of(OrderColumns.CUSTOMER, "customer-missing", "The order has no customer.", "订单没有客户。"));
        } else if (head.orderedAt().isEmpty()) {
            refuse(FieldError.of(OrderColumns.ORDERED_AT, "required", "A value is required.", "此项必填。"));
        } else if (head.currency().isEmpty()) {
            refuse(FieldError.of(OrderColumns.CURRENCY, "required", "A value is required.", "此项必填。"));
        }
    }

    String number() {
        return number;
    }

    OrderHead head() {
        return head;
    }

    List<ImportRow> rows() {
        return good.stream().map(OrderRow::row).toList();
    }

    List<OrderLine> lines() {
        return good.stream().map(OrderRow::line).toList();
    }

    /** True where something is left to import under this policy. */
    boolean stands(RowPolicy policy) {
        return !good.isEmpty() && (policy == RowPolicy.LINES || faults.isEmpty());
    }

    /** Nothing of the order can be imported. */
    void refuse(FieldError error) {
        for (OrderRow row : good) {
            faults.put(row.row(), List.of(error));
        }
        good.clear();
    }

    /** Takes the lines with these numbers out, counting from 0. */
    void refuse(Map<Integer, List<FieldError>> byLine) {
        byLine.forEach((index, errors) -> faults.put(good.get(index).row(), errors));
        good.removeIf(row -> faults.containsKey(row.row()));
    }

    /** Reports every row that is left out. */
    void report(RowPolicy policy, ChunkOutcome.Builder outcome) {
        faults.forEach((row, errors) -> errors.forEach(
                error -> outcome.reject(new Rejection(row.line(), error.field(), error.code(), error.message()))));
        if (!stands(policy)) {
            good.forEach(row -> outcome.reject(Rejection.ofRecord(row.row(), OrderColumns.NUMBER)));
        }
    }
}
