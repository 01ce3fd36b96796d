package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.UnknownOrderException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

/** Orders as they lie in their tables; runs in the caller's transaction. */
final class OrderBook {

    private static final String EXTERNAL_IDS = "SELECT EXTERNAL_ID, ID FROM "
            + KeyQuery.table("CRM_TRANSACTION_ORDER", "CRM_TRANSACTION_EXTERNAL_ID_UK") + "WHERE EXTERNAL_ID";

    private static final String CUSTOMERS = "SELECT ID, CUSTOMER_ID FROM "
            + KeyQuery.table("CRM_TRANSACTION_ORDER", "CRM_TRANSACTION_ORDER_PK") + "WHERE ID";

    private final Jdbc jdbc;
    private final CustomFields custom;
    private final OrderNumbers numbers = new OrderNumbers();
    private final DeliveryTable deliveries = new DeliveryTable();
    private final PaymentTable payments = new PaymentTable();

    OrderBook(Jdbc jdbc, CustomFields custom) {
        this.jdbc = jdbc;
        this.custom = custom;
    }

    String freshNumber() {
        return jdbc.with(numbers::fresh);
    }

    Order enter(EntityManager em, OrderData data, Touch made) {
        Optional<Sale> sale = Sale.of(data);
        jdbc.with(connection -> {
            FactsTable.move(connection, Optional.empty(), sale);
            return 0;
        });
        OrderEntity entity = new OrderEntity(data, made);
        em.persist(entity);
        OrderKeys.flush(em);
        jdbc.with(connection -> {
            LineTable.insert(connection, entity.id().value(), data.lines(), data.currency());
            return 0;
        });
        custom.write(entity.id().value(), CustomValues.NONE, data.custom());
        return entity.toOrder(data.lines(), Fulfilment.NONE).with(data.custom());
    }

    /** Locks the facts the change touches; those before the order itself, as everybody does. */
    void move(OrderData before, OrderData after) {
        if (!Sale.of(before).equals(Sale.of(after))) {
            jdbc.with(connection -> {
                FactsTable.move(connection, Sale.of(before), Sale.of(after));
                return 0;
            });
        }
    }

    /** Writes a changed order whose facts were {@link #move moved}. */
    Order rewrite(EntityManager em, OrderEntity entity, Order before, OrderData after, Touch touch) {
        entity.change(after, touch);
        OrderKeys.flush(em);
        Optional<Sale> saleBefore = Sale.of(before.data());
        jdbc.with(connection -> {
            if (!before.data().lines().equals(after.lines())
                    || !before.data().currency().equals(after.currency())) {
                LineTable.replace(connection, entity.id().value(), after.lines(), after.currency());
            }
            if (saleBefore.isPresent() && !saleBefore.equals(Sale.of(after))) {
                FactsTable.settle(connection, saleBefore.get());
            }
            return 0;
        });
        custom.write(entity.id().value(), before.data().custom(), after.custom());
        return entity.toOrder(after.lines(), new Fulfilment(before.deliveries(), before.payments()))
                .with(after.custom());
    }

    Optional<Order> find(EntityManager em, OrderId id) {
        return Optional.ofNullable(em.find(OrderEntity.class, id.value())).map(this::withParts);
    }

    Map<String, OrderId> byExternalIds(Collection<String> externalIds) {
        return KeyQuery.idsByText(jdbc, EXTERNAL_IDS, externalIds, OrderId::new);
    }

    /** Whose orders these are. */
    Map<OrderId, CustomerId> customers(Collection<OrderId> orders) {
        Map<OrderId, CustomerId> customers = new HashMap<>();
        jdbc.with(connection -> {
            KeyQuery.visit(
                    connection,
                    CUSTOMERS,
                    orders.stream().map(OrderId::value).toList(),
                    row -> customers.put(new OrderId(row.getLong(1)), new CustomerId(row.getLong(2))));
            return 0;
        });
        return customers;
    }

    /** The order's row, locked until the end of the transaction and read as it is now. */
    OrderEntity locked(EntityManager em, OrderId id) {
        OrderEntity entity = Optional.ofNullable(em.find(OrderEntity.class, id.value()))
                .orElseThrow(() -> new UnknownOrderException(id));
        em.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return entity;
    }

    Order withParts(OrderEntity entity) {
        long id = entity.id().value();
        Order order = jdbc.with(connection -> entity.toOrder(
                LineTable.of(connection, id, entity.currency()),
                new Fulfilment(deliveries.of(connection, id), payments.of(connection, id))));
        return order.with(custom.of(id));
    }

    Delivery add(OrderId order, Delivery delivery, Touch made) {
        return jdbc.with(connection -> deliveries.insert(connection, order.value(), delivery, made));
    }

    Payment add(OrderId order, Payment payment, Touch made) {
        try {
            return jdbc.with(connection -> payments.insert(connection, order.value(), payment, made));
        } catch (SqlFailedException e) {
            throw OrderKeys.paymentTaken(e);
        }
    }
}
