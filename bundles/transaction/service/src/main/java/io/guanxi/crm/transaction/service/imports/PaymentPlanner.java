package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.service.OrderHeads;
import io.guanxi.crm.transaction.service.PaymentRules;
import io.guanxi.crm.transaction.service.PaymentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Decides row by row which payments are to be written, and counts. */
final class PaymentPlanner {

    private final CellReader cells;
    private final ImportMode mode;
    private final Map<String, Long> byNumber;
    private final Map<String, Long> byExternalId;
    private final Map<Long, Order> orders;
    private final Map<String, PaymentTable.Row> stored = new HashMap<>();
    private final ChunkOutcome.Builder outcome = new ChunkOutcome.Builder();
    private final List<PaymentPlan> plans = new ArrayList<>();

    /**
     * Locks the orders that the rows speak of: none of them is cancelled before the payments are there.
     *
     * @param reached those of some orders that the caller may change; others are unknown to the rows
     */
    PaymentPlanner(
            Connection connection,
            CellReader cells,
            ImportMode mode,
            List<ImportRow> rows,
            UnaryOperator<Map<Long, Order>> reached)
            throws SQLException {
        this.cells = cells;
        this.mode = mode;
        this.byNumber = OrderHeads.byNumber(connection, texts(rows, PaymentColumns.ORDER_NUMBER));
        this.byExternalId = OrderHeads.byExternalId(connection, texts(rows, PaymentColumns.ORDER_EXTERNAL_ID));
        Set<Long> ids = new HashSet<>(byNumber.values());
        ids.addAll(byExternalId.values());
        this.orders = reached.apply(OrderHeads.locked(connection, ids));
        PaymentTable.ofExternalIds(connection, texts(rows, PaymentColumns.EXTERNAL_ID))
                .forEach(row -> stored.put(row.payment().externalId().orElseThrow(), row));
    }

    private static List<String> texts(List<ImportRow> rows, String column) {
        return rows.stream().flatMap(row -> row.text(column).stream()).toList();
    }

    List<PaymentPlan> plans() {
        return plans;
    }

    ChunkOutcome outcome() {
        return outcome.build();
    }

    void plan(ImportRow row) {
        FieldErrors errors = new FieldErrors();
        Optional<String> externalId = row.text(PaymentColumns.EXTERNAL_ID);
        if (mode == ImportMode.UPSERT && externalId.isEmpty()) {
            errors.add(
                    PaymentColumns.EXTERNAL_ID,
                    "key-missing",
                    "No external id is given, so that the same file sent again would enter the payment twice.",
                    "未提供外部编号，重复发送同一文件会产生重复回款。");
        }
        Optional<Order> order = order(row, errors);
        Optional<Payment> payment = order.map(o -> payment(row, o, errors));
        Optional<PaymentTable.Row> before = externalId.flatMap(id -> Optional.ofNullable(stored.get(id)));
        if (errors.isEmpty() && before.isPresent()) {
            compare(before.get(), order.orElseThrow(), payment.orElseThrow(), errors);
        } else if (errors.isEmpty()) {
            requireOpen(order.orElseThrow(), errors);
        }
        if (!errors.isEmpty()) {
            errors.found()
                    .forEach(error -> outcome.reject(new Rejection(
                            row.line(), PaymentColumns.of(error.field()), error.code(), error.message())));
        } else if (before.isPresent()) {
            outcome.unchanged();
        } else {
            plans.add(new PaymentPlan(order.orElseThrow(), payment.orElseThrow()));
            outcome.created();
        }
    }

    private Optional<Order> order(ImportRow row, FieldErrors errors) {
        Optional<String> number = row.text(PaymentColumns.ORDER_NUMBER);
        Optional<String> externalId = row.text(PaymentColumns.ORDER_EXTERNAL_ID);
        String column = number.isPresent() ? PaymentColumns.ORDER_NUMBER : PaymentColumns.ORDER_EXTERNAL_ID;
        if (number.isEmpty() && externalId.isEmpty()) {
            errors.add(
                    PaymentColumns.ORDER_NUMBER,
                    "order-missing",
                    "Neither number nor external id of the order is given.",
                    "未提供订单号或订单外部编号。");
            return Optional.empty();
        }
        Optional<Long> byItsNumber = number.flatMap(key -> Optional.ofNullable(byNumber.get(key)));
        Optional<Long> byItsExternalId = externalId.flatMap(key -> Optional.ofNullable(byExternalId.get(key)));
        if (number.isPresent() && externalId.isPresent() && !byItsNumber.equals(byItsExternalId)) {
            errors.add(
                    PaymentColumns.ORDER_EXTERNAL_ID,
                    "number-differs",
                    "The order with this external id has another number.",
                    "该外部编号对应的订单号不同。");
            return Optional.empty();
        }
        Optional<Order> order =
                byItsNumber.or(() -> byItsExternalId).flatMap(id -> Optional.ofNullable(orders.get(id)));
        if (order.isEmpty()) {
            errors.add(
                    column, "unknown-order", "There is no order with this number or external id.", "没有该订单号或外部编号的订单。");
        }
        return order;
    }

    private Payment payment(ImportRow row, Order order, FieldErrors errors) {
        Payment given = new Payment(
                0,
                cells.requiredMoment(row, PaymentColumns.PAID_AT, errors),
                new Money(
                        cells.required(row, PaymentColumns.AMOUNT, errors),
                        cells.currency(row, PaymentColumns.CURRENCY, errors)
                                .orElse(order.data().currency())),
                Words.method(row, errors),
                row.text(PaymentColumns.REFERENCE),
                row.text(PaymentColumns.NOTE),
                row.text(PaymentColumns.EXTERNAL_ID));
        // what is no date or number stands for another one, of which the rules have nothing to say
        return errors.isEmpty() ? PaymentRules.clean(given, order.data().currency(), errors) : given;
    }

    private void compare(PaymentTable.Row before, Order order, Payment payment, FieldErrors errors) {
        if (mode == ImportMode.CREATE) {
            errors.add(PaymentColumns.EXTERNAL_ID, "already-exists", "This payment is there already.", "该回款已存在。");
        } else if (!before.order().equals(order.id())) {
            errors.add(
                    PaymentColumns.EXTERNAL_ID,
                    "external-id-taken",
                    "A payment of another order has this external id.",
                    "该外部编号已被其他订单的回款使用。");
        } else if (!before.payment().withId(0).equals(payment)) {
            errors.add(
                    PaymentColumns.EXTERNAL_ID,
                    "payment-differs",
                    "The payment is there with other values, and a payment never changes.",
                    "该回款已登记且内容不同，已登记的回款不可修改。");
        }
    }

    private static void requireOpen(Order order, FieldErrors errors) {
        try {
            PaymentRules.check(order.data().status());
        } catch (ConflictException e) {
            errors.add(
                    PaymentColumns.ORDER_NUMBER,
                    e.code(),
                    e.text().en(),
                    e.text().zh());
        }
    }
}
