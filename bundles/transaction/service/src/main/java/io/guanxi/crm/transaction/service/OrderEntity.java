package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.Nullable;

/** An order's row; lines, deliveries and payments lie beside. */
@Entity
@Table(name = "CRM_TRANSACTION_ORDER")
class OrderEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CRM_TRANSACTION_ORDER_SEQ")
    @SequenceGenerator(
            name = "CRM_TRANSACTION_ORDER_SEQ",
            sequenceName = "CRM_TRANSACTION_ORDER_SEQ",
            allocationSize = 100)
    private long id;

    @Version
    private long version;

    @Column(name = "ORDER_NUMBER")
    private String number;

    @Column(name = "EXTERNAL_ID")
    private @Nullable String externalId;

    @Column(name = "CUSTOMER_ID")
    private long customerId;

    @Column(name = "ORDERED_AT")
    private long orderedAt;

    private String currency;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private BigDecimal total;

    @Column(name = "CREATED_AT")
    private long createdAt;

    @Column(name = "CREATED_BY")
    private String createdBy;

    @Column(name = "UPDATED_AT")
    private long updatedAt;

    @Column(name = "UPDATED_BY")
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected OrderEntity() {}

    @SuppressWarnings("NullAway.Init")
    OrderEntity(OrderData data, Touch made) {
        this.createdAt = made.at().toEpochMilli();
        this.createdBy = made.by();
        this.updatedAt = createdAt;
        this.updatedBy = createdBy;
        fill(data);
    }

    /** Each change is later than the one before, whatever the clock does: else it would not raise the order's version. */
    void change(OrderData data, Touch touch) {
        fill(data);
        this.updatedAt = Math.max(touch.at().toEpochMilli(), updatedAt + 1);
        this.updatedBy = touch.by();
    }

    private void fill(OrderData data) {
        this.number = data.number().orElseThrow();
        this.externalId = data.externalId().orElse(null);
        this.customerId = data.customer().value();
        this.orderedAt = data.orderedAt().toEpochMilli();
        this.currency = data.currency().getCurrencyCode();
        this.status = data.status();
        this.total = OrderTotals.total(data.lines(), data.currency()).amount();
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    OrderId id() {
        return new OrderId(id);
    }

    boolean isAt(long expected) {
        return version == expected;
    }

    OrderStatus status() {
        return status;
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    private Money total() {
        return Decimals.money(total, currency);
    }

    Order toOrder(List<OrderLine> lines, Fulfilment fulfilment) {
        return new Order(
                id(),
                version,
                new OrderData(
                        Optional.of(number),
                        Optional.ofNullable(externalId),
                        new CustomerId(customerId),
                        Instant.ofEpochMilli(orderedAt),
                        currency(),
                        status,
                        lines),
                total(),
                fulfilment.deliveries(),
                fulfilment.payments(),
                Instant.ofEpochMilli(createdAt),
                createdBy,
                Instant.ofEpochMilli(updatedAt),
                updatedBy);
    }
}
