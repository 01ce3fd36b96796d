package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.transaction.CustomerFacts;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderVisitor;
import io.guanxi.crm.transaction.Payment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A ledger that knows its confirmed orders alone, and counts how often all of them were read. */
final class TestLedger implements Ledger {

    record Sale(long customer, long orderedAt, long amount, String currency) {}

    final AtomicInteger loads = new AtomicInteger();
    private final Map<Long, Sale> confirmed = new TreeMap<>();
    private volatile Runnable duringLoad = () -> {};

    synchronized void confirm(long order, long customer, String at, long amount, String currency) {
        confirm(order, new Sale(customer, Instant.parse(at).toEpochMilli(), amount, currency));
    }

    synchronized void confirm(long order, Sale sale) {
        confirmed.put(order, sale);
    }

    synchronized void cancel(long order) {
        confirmed.remove(order);
    }

    synchronized Map<Long, Sale> confirmed() {
        return new TreeMap<>(confirmed);
    }

    /** Runs in the middle of the next load, behind the rows it reads. */
    void duringLoad(Runnable action) {
        duringLoad = action;
    }

    @Override
    public void visitConfirmed(OrderVisitor visitor) {
        loads.incrementAndGet();
        visit(confirmed(), visitor);
        Runnable action = duringLoad;
        duringLoad = () -> {};
        action.run();
    }

    @Override
    public void visitConfirmed(Collection<OrderId> orders, OrderVisitor visitor) {
        Map<Long, Sale> some = confirmed();
        some.keySet().retainAll(orders.stream().map(OrderId::value).toList());
        visit(some, visitor);
    }

    private static void visit(Map<Long, Sale> sales, OrderVisitor visitor) {
        sales.forEach((order, sale) ->
                visitor.visit(order, sale.customer(), sale.orderedAt(), sale.amount(), sale.currency()));
    }

    @Override
    public Order place(OrderData data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Order> find(OrderId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, OrderId> byExternalIds(Collection<String> externalIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Order change(OrderId id, long version, UnaryOperator<OrderData> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Field> fields() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<OrderEntry> list(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<OrderId> ids(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivery deliver(OrderId order, Delivery delivery) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Payment pay(OrderId order, Payment payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CustomerFacts> facts(CustomerId customer) {
        throw new UnsupportedOperationException();
    }
}
