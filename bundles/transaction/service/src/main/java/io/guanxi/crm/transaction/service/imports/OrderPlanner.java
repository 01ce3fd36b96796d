package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.service.BulkChange;
import io.guanxi.crm.transaction.service.OrderRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides order by order what is to be written, and counts. */
final class OrderPlanner {

    private final Connection connection;
    private final StoredOrders stored;
    private final Predicate<CustomerId> open;
    private final Map<String, CustomerId> customers;
    private final ImportedValues custom;
    private final ImportChunk chunk;
    private final ChunkOutcome.Builder outcome = new ChunkOutcome.Builder();
    private final List<OrderPlan> plans = new ArrayList<>();
    private final Set<String> claimedExternalIds = new HashSet<>();

    /** @param open whose orders the caller may change */
    OrderPlanner(
            Connection connection,
            StoredOrders stored,
            Predicate<CustomerId> open,
            Map<String, CustomerId> customers,
            ImportedValues custom,
            ImportChunk chunk) {
        this.connection = connection;
        this.stored = stored;
        this.open = open;
        this.customers = customers;
        this.custom = custom;
        this.chunk = chunk;
    }

    List<OrderPlan> plans() {
        return plans;
    }

    ChunkOutcome outcome() {
        return outcome.build();
    }

    void plan(OrderRecord record) throws SQLException {
        if (record.stands(chunk.policy())) {
            Optional<OrderPlan> plan = checked(record);
            if (plan.isPresent() && record.stands(chunk.policy())) {
                accept(plan.get());
            }
        }
        record.report(chunk.policy(), outcome);
    }

    private void accept(OrderPlan plan) {
        if (plan.before().filter(b -> !b.undone()).isEmpty()) {
            plans.add(plan);
            outcome.created();
        } else if (plan.data().equals(plan.before().get().data())) {
            outcome.unchanged();
        } else {
            plans.add(plan);
            outcome.updated();
        }
    }

    /** Empty where the record was refused. */
    private Optional<OrderPlan> checked(OrderRecord record) throws SQLException {
        Optional<CustomerId> customer =
                record.head().customer().flatMap(key -> Optional.ofNullable(customers.get(key)));
        if (customer.isEmpty()) {
            record.refuse(FieldError.of(
                    OrderColumns.CUSTOMER,
                    "unknown-customer",
                    "There is no customer with this external id or code.",
                    "没有该外部编号或编号的客户。"));
            return Optional.empty();
        }
        Optional<StoredOrder> before = match(record);
        if (before.filter(order -> !open.test(order.data().customer())).isPresent()) {
            record.refuse(
                    FieldError.of(OrderColumns.NUMBER, "number-taken", "Another order has this number.", "该订单号已被使用。"));
            return Optional.empty();
        }
        Optional<OrderData> data = clean(record, customer.get(), before);
        if (data.isEmpty() || !isAllowed(record, before, data.get())) {
            return Optional.empty();
        }
        return Optional.of(new OrderPlan(data.get(), before));
    }

    private Optional<StoredOrder> match(OrderRecord record) {
        Optional<String> externalId = record.head().externalId();
        Optional<StoredOrder> byExternalId = externalId.flatMap(stored::byExternalId);
        Optional<StoredOrder> byNumber = stored.byNumber(record.number());
        if (externalId.isPresent() && !claimedExternalIds.add(externalId.get())) {
            record.refuse(FieldError.of(
                    OrderColumns.EXTERNAL_ID,
                    "duplicate-in-file",
                    "Another order of this file has this external id.",
                    "本文件中的另一订单已使用该外部编号。"));
        } else if (byExternalId.isPresent() && !byExternalId.equals(byNumber)) {
            record.refuse(FieldError.of(
                    OrderColumns.NUMBER,
                    "number-differs",
                    "The order with this external id has another number.",
                    "该外部编号对应的订单号不同。"));
        } else if (byNumber.isPresent()
                && externalId.isPresent()
                && byNumber.get().data().externalId().isPresent()
                && byExternalId.isEmpty()) {
            record.refuse(
                    FieldError.of(OrderColumns.NUMBER, "number-taken", "Another order has this number.", "该订单号已被使用。"));
        } else if (byNumber.filter(b -> !b.undone()).isPresent() && chunk.mode() == ImportMode.CREATE) {
            record.refuse(
                    FieldError.of(OrderColumns.NUMBER, "already-exists", "This order is there already.", "该订单已存在。"));
        }
        return byNumber;
    }

    /** By the ledger's rules; lines that break one are taken out, which may leave others. */
    private Optional<OrderData> clean(OrderRecord record, CustomerId customer, Optional<StoredOrder> before) {
        while (record.stands(chunk.policy())) {
            FieldErrors errors = new FieldErrors();
            OrderData data = OrderRules.clean(data(record, customer, before), errors)
                    .with(custom.merged(
                            record.rows(),
                            before.map(StoredOrder::id),
                            before.map(order -> order.data().custom()),
                            errors));
            if (errors.isEmpty()) {
                return Optional.of(data);
            }
            RuleErrors.assign(errors.found(), record);
        }
        return Optional.empty();
    }

    private static OrderData data(OrderRecord record, CustomerId customer, Optional<StoredOrder> before) {
        OrderHead head = record.head();
        Optional<OrderData> known = before.filter(b -> !b.undone()).map(StoredOrder::data);
        return new OrderData(
                Optional.of(record.number()),
                head.externalId().or(() -> known.flatMap(OrderData::externalId)),
                customer,
                head.orderedAt().orElseThrow(),
                head.currency().orElseThrow(),
                head.status().or(() -> known.map(OrderData::status)).orElse(OrderStatus.CONFIRMED),
                record.lines());
    }

    private boolean isAllowed(OrderRecord record, Optional<StoredOrder> before, OrderData after) throws SQLException {
        if (before.isEmpty()
                || before.get().undone()
                || after.equals(before.get().data())) {
            return true;
        }
        StoredOrder order = before.get();
        try {
            BulkChange.check(connection, order.id(), order.data(), after, order.fulfilled());
            return true;
        } catch (ConflictException e) {
            record.refuse(new FieldError(RuleErrors.column(e.errors().get(0).field()), e.code(), e.text()));
            return false;
        }
    }
}
