package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.transaction.service.Fixture.ADA;
import static io.guanxi.crm.transaction.service.Fixture.NOW;
import static io.guanxi.crm.transaction.service.Fixture.delivery;
import static io.guanxi.crm.transaction.service.Fixture.line;
import static io.guanxi.crm.transaction.service.Fixture.order;
import static io.guanxi.crm.transaction.service.Fixture.part;
import static io.guanxi.crm.transaction.service.Fixture.payment;
import static io.guanxi.crm.transaction.service.Fixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class FulfilmentTest {

    @Rule
    public final TestDatabase database = new TestDatabase(Fixture.SCHEMAS);

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private Fixture fixture;
    private JpaLedger ledger;
    private Order order;

    @Before
    public void open() {
        fixture = new Fixture(database);
        ledger = fixture.ledger;
        order = ledger.place(order(
                ADA, OrderStatus.CONFIRMED, NOW, "CNY", line("P-1", "3", "10", "0"), line("P-2", "1.5", "2", "0")));
    }

    @Test
    public void showsDeliveriesAndPaymentsWithTheOrder() {
        Delivery first = ledger.deliver(order.id(), delivery(part(1, "1"), part(2, "0.5")));
        Delivery second = ledger.deliver(order.id(), delivery(part(1, "2")));
        Payment deposit = ledger.pay(order.id(), payment("10.00", "CNY"));

        Order found = ledger.find(order.id()).orElseThrow();
        assertThat(found.deliveries()).containsExactly(first, second);
        assertThat(found.payments()).containsExactly(deposit);
        assertThat(found.version()).as("editing goes on undisturbed").isEqualTo(1);
        assertThat(fixture.outbox.topics()).endsWith("delivery.made", "delivery.made", "payment.received");
        assertThat(fixture.outbox.published().get(4).data())
                .containsEntry("orderId", order.id().toString())
                .containsEntry("amount", "10.00");
    }

    @Test
    public void neverDeliversMoreThanWasOrdered() {
        ledger.deliver(order.id(), delivery(part(1, "2")));

        assertThatThrownBy(() -> ledger.deliver(order.id(), delivery(part(2, "1"), part(1, "1.0001"))))
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.code()).isEqualTo("over-delivery");
                    assertThat(e.errors().get(0).field()).isEqualTo("lines[1].quantity");
                });
        assertThat(ledger.find(order.id()).orElseThrow().deliveries()).hasSize(1);
        ledger.deliver(order.id(), delivery(part(1, "1")));
    }

    @Test
    public void ofManyAtOnceOnlyAsManyDeliverAsWereOrdered() throws Exception {
        List<Callable<Boolean>> clerks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clerks.add(() -> Callers.callAs(Caller.system("test"), this::deliversOne));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        int delivered = 0;
        for (Future<Boolean> clerk : pool.invokeAll(clerks)) {
            delivered += clerk.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(delivered).isEqualTo(3);
    }

    private boolean deliversOne() {
        try {
            ledger.deliver(order.id(), delivery(part(1, "1")));
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    @Test
    public void namesEveryLineThatIsWrong() {
        assertThat(errors(() -> ledger.deliver(order.id(), delivery()))).containsExactly("lines required");
        assertThat(errors(() -> ledger.deliver(
                        order.id(), delivery(part(3, "1"), part(1, "0"), part(1, "1"), part(2, "0.00001")))))
                .containsExactly(
                        "lines[0].line unknown-line",
                        "lines[1].quantity not-positive",
                        "lines[2].line duplicate-line",
                        "lines[3].quantity too-precise");
    }

    @Test
    public void deliversConfirmedOrdersOnly() {
        Order draft = ledger.place(Fixture.draft("1"));

        assertThatThrownBy(() -> ledger.deliver(draft.id(), delivery(part(1, "1"))))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    public void takesMoneyInTheOrdersCurrencyOnly() {
        assertThat(errors(() -> ledger.pay(order.id(), payment("10", "USD"))))
                .containsExactly("amount.currency other-currency");
        assertThat(errors(() -> ledger.pay(order.id(), payment("10.001", "CNY"))))
                .containsExactly("amount.amount too-precise");
        assertThat(errors(() -> ledger.pay(order.id(), payment("0", "CNY"))))
                .containsExactly("amount.amount not-positive");
        assertThat(ledger.pay(order.id(), payment("1E+1", "CNY")).amount()).isEqualTo(Money.of("10.00", "CNY"));
    }

    @Test
    public void cancelledOrdersAreNotPaid() {
        fixture.cancel(order);

        assertThatThrownBy(() -> ledger.pay(order.id(), payment("1", "CNY"))).isInstanceOf(ConflictException.class);
    }

    @Test
    public void whatWasDeliveredAndPaidStays() {
        ledger.deliver(order.id(), delivery(part(1, "2")));
        ledger.pay(order.id(), payment("1", "CNY"));

        assertThatThrownBy(
                        () -> ledger.change(order.id(), 1, data -> with(data, ADA, NOW, line("P-1", "1", "10", "0"))))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("delivered-already"));
        assertThatThrownBy(() -> ledger.change(
                        order.id(),
                        1,
                        data -> order(ADA, OrderStatus.CONFIRMED, NOW, "USD", line("P-1", "3", "10", "0"))))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("paid-already"));
        assertThat(ledger.change(order.id(), 1, data -> with(data, ADA, NOW, line("P-1", "2", "11", "0")))
                        .deliveries())
                .hasSize(1);
    }

    private static List<String> errors(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        InvalidValueException thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.errors().stream().map(e -> e.field() + " " + e.code()).toList();
    }
}
