package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.JpaCustomerArchive;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The ledger on a database of its own, with customers 1 to 40 and orders to put into it. */
final class Fixture {

    static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    static final CustomerId ADA = new CustomerId(1);
    static final CustomerId BOB = new CustomerId(2);

    static final String[] SCHEMAS = {"customer", "transaction"};

    private static final int CUSTOMERS = 40;

    final RecordedOutbox outbox = new RecordedOutbox();
    final JpaLedger ledger;

    Fixture(TestDatabase database) {
        enterCustomers(database);
        this.ledger = new JpaLedger(
                database.template("crm-transaction"),
                database.dataSource(),
                database.transactions(),
                outbox,
                new OpenAccess(),
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC())),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void enterCustomers(TestDatabase database) {
        CustomerArchive archive = new JpaCustomerArchive(
                database.template("crm-customer"),
                database.dataSource(),
                database.transactions(),
                new RecordedOutbox(),
                new OpenAccess());
        for (int i = 1; i <= CUSTOMERS; i++) {
            archive.register(CustomerData.of(CustomerKind.COMPANY, "N" + i));
        }
    }

    static OrderLine line(String product, String quantity, String price, String discount) {
        return new OrderLine(
                product, Optional.empty(), new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(discount));
    }

    static OrderData order(CustomerId customer, OrderStatus status, Instant at, String currency, OrderLine... lines) {
        return new OrderData(
                Optional.empty(),
                Optional.empty(),
                customer,
                at,
                Currency.getInstance(currency),
                status,
                List.of(lines));
    }

    /** A confirmed order over one line at this price. */
    static OrderData sold(CustomerId customer, String at, String price) {
        return order(customer, OrderStatus.CONFIRMED, Instant.parse(at), "CNY", line("P-1", "1", price, "0"));
    }

    static OrderData draft(String price) {
        return order(ADA, OrderStatus.DRAFT, NOW, "CNY", line("P-1", "2", price, "0"));
    }

    static OrderData with(OrderData data, OrderStatus status) {
        return new OrderData(
                data.number(),
                data.externalId(),
                data.customer(),
                data.orderedAt(),
                data.currency(),
                status,
                data.lines());
    }

    static OrderData with(OrderData data, Optional<String> number, Optional<String> externalId) {
        return new OrderData(
                number, externalId, data.customer(), data.orderedAt(), data.currency(), data.status(), data.lines());
    }

    static OrderData with(OrderData data, CustomerId customer, Instant at, OrderLine... lines) {
        return new OrderData(
                data.number(), data.externalId(), customer, at, data.currency(), data.status(), List.of(lines));
    }

    Order cancel(Order order) {
        return ledger.change(order.id(), order.version(), data -> with(data, OrderStatus.CANCELLED));
    }

    static Delivery delivery(Delivery.Line... lines) {
        return new Delivery(0, NOW, Optional.of("SF"), Optional.of("SF1"), Optional.of("a\nb"), List.of(lines));
    }

    static Delivery.Line part(int line, String quantity) {
        return new Delivery.Line(line, new BigDecimal(quantity));
    }

    static Payment payment(String amount, String currency) {
        return new Payment(
                0, NOW, Money.of(amount, currency), Payment.Method.WECHAT, Optional.of("r"), Optional.empty());
    }
}
