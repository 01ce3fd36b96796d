package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.transaction.service.Fixture.ADA;
import static io.guanxi.crm.transaction.service.Fixture.BOB;
import static io.guanxi.crm.transaction.service.Fixture.NOW;
import static io.guanxi.crm.transaction.service.Fixture.draft;
import static io.guanxi.crm.transaction.service.Fixture.line;
import static io.guanxi.crm.transaction.service.Fixture.order;
import static io.guanxi.crm.transaction.service.Fixture.sold;
import static io.guanxi.crm.transaction.service.Fixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.UnknownOrderException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JpaLedgerTest {

    @Rule
    public final TestDatabase database = new TestDatabase(Fixture.SCHEMAS);

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private Fixture fixture;
    private JpaLedger ledger;

    @Before
    public void open() {
        fixture = new Fixture(database);
        ledger = fixture.ledger;
    }

    @Test
    public void findsWhatWasPlaced() {
        OrderLine described = new OrderLine(
                "P-𠮷🍜",
                Optional.of("d".repeat(500)),
                new BigDecimal("0.0001"),
                new BigDecimal("999999999999.9999"),
                new BigDecimal("0.00"));
        Order order =
                ledger.place(order(ADA, OrderStatus.DRAFT, NOW, "CNY", described, line("P-2", "2", "10.50", "1.00")));

        assertThat(ledger.find(order.id())).contains(order);
        assertThat(order.data().number()).contains("SO-1");
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.createdBy()).isEqualTo("admin");
        assertThat(order.total()).isEqualTo(Money.of("100000020.00", "CNY"));
        assertThat(order.data().lines().get(0)).isEqualTo(described);
    }

    @Test
    public void roundsEachLineHalfUpToTheCurrencysMinorUnit() {
        OrderLine[] lines = {line("P", "3", "0.335", "0"), line("P", "1", "0.5", "0"), line("P", "1", "0.0005", "0")};

        assertThat(total("CNY", lines)).isEqualTo(Money.of("1.51", "CNY")); // 1.005 + 0.50 + 0.0005
        assertThat(total("JPY", lines)).isEqualTo(Money.of("2", "JPY")); // 1 + 1 + 0
        assertThat(total("KWD", lines)).isEqualTo(Money.of("1.506", "KWD")); // 1.005 + 0.500 + 0.001
    }

    private Money total(String currency, OrderLine... lines) {
        return ledger.place(order(ADA, OrderStatus.DRAFT, NOW, currency, lines)).total();
    }

    @Test
    public void numbersAndExternalIdsAreTakenOnce() {
        ledger.place(with(draft("1"), Optional.of("SO-1"), Optional.of("ERP-1")));

        assertThat(ledger.place(draft("1")).data().number()).contains("SO-2");
        assertThat(code(() -> ledger.place(with(draft("1"), Optional.of("SO-1"), Optional.empty()))))
                .isEqualTo("number-taken");
        assertThat(code(() -> ledger.place(with(draft("1"), Optional.empty(), Optional.of("ERP-1")))))
                .isEqualTo("external-id-taken");
    }

    @Test
    public void findsOrdersByTheirExternalIds() {
        Order one = ledger.place(with(draft("1"), Optional.empty(), Optional.of("ERP-1")));
        Order two = ledger.place(with(draft("1"), Optional.empty(), Optional.of("ERP-2")));
        ledger.place(draft("1"));

        assertThat(ledger.byExternalIds(List.of("ERP-2", "ERP-1", "ERP-3")))
                .isEqualTo(Map.of("ERP-1", one.id(), "ERP-2", two.id()));
        assertThat(ledger.byExternalIds(List.of())).isEmpty();
    }

    @Test
    public void refusesAnUnknownCustomer() {
        OrderData data = with(draft("1"), new CustomerId(4711), NOW, line("P", "1", "1", "0"));

        assertThatThrownBy(() -> ledger.place(data))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("customerId", "unknown-customer")));
    }

    @Test
    public void changesLinesAndKeepsTheNumber() {
        Order before = ledger.place(draft("10"));

        Order after = ledger.change(
                before.id(),
                1,
                data -> with(
                        with(data, BOB, NOW.plusSeconds(1), line("P-9", "1", "5", "0"), line("P-8", "1", "7", "0")),
                        Optional.empty(),
                        Optional.of("E")));

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.data().number()).isEqualTo(before.data().number());
        assertThat(after.total()).isEqualTo(Money.of("12.00", "CNY"));
        assertThat(ledger.find(before.id())).contains(after);
        assertThat(ledger.change(before.id(), 2, data -> data)).isEqualTo(after);
    }

    @Test
    public void aNewCurrencyRoundsAnew() {
        Order order = ledger.place(order(ADA, OrderStatus.DRAFT, NOW, "CNY", line("P", "1", "1.50", "0")));

        Order yen = ledger.change(
                order.id(),
                1,
                data -> order(ADA, OrderStatus.DRAFT, NOW, "JPY", data.lines().toArray(OrderLine[]::new)));

        assertThat(yen.total()).isEqualTo(Money.of("2", "JPY"));
        assertThat(ledger.find(order.id())).contains(yen);
    }

    @Test
    public void refusesStaleVersionsAndStrangers() {
        Order order = ledger.place(draft("10"));
        ledger.change(order.id(), 1, data -> with(data, OrderStatus.CONFIRMED));

        assertThatThrownBy(() -> ledger.change(order.id(), 1, data -> with(data, OrderStatus.CANCELLED)))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> ledger.change(new OrderId(4711), 1, data -> data))
                .isInstanceOf(UnknownOrderException.class);
        assertThatThrownBy(() -> ledger.pay(new OrderId(4711), Fixture.payment("1", "CNY")))
                .isInstanceOf(UnknownOrderException.class);
        assertThat(ledger.find(new OrderId(4711))).isEmpty();
    }

    @Test
    public void statusOnlyGoesForward() {
        Order order = ledger.place(draft("10"));
        Order confirmed = ledger.change(order.id(), 1, data -> with(data, OrderStatus.CONFIRMED));

        assertThat(code(() -> ledger.change(order.id(), 2, data -> with(data, OrderStatus.DRAFT))))
                .isEqualTo("status-change");
        Order cancelled = fixture.cancel(confirmed);
        assertThat(code(() -> ledger.change(order.id(), 3, data -> with(data, OrderStatus.CONFIRMED))))
                .isEqualTo("status-change");
        assertThat(code(() -> ledger.change(order.id(), 3, data -> with(data, BOB, NOW, line("P", "1", "1", "0")))))
                .isEqualTo("order-cancelled");
        assertThat(ledger.change(order.id(), 3, data -> with(data, data.number(), Optional.of("E")))
                        .data()
                        .status())
                .isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.data().lines()).isEqualTo(order.data().lines());
    }

    @Test
    public void tellsNewsOfEveryStep() {
        Order order = ledger.place(draft("10"));
        Order confirmed = ledger.change(order.id(), 1, data -> with(data, OrderStatus.CONFIRMED));
        Order moved = ledger.change(
                order.id(), 2, data -> with(data, BOB, NOW, data.lines().toArray(OrderLine[]::new)));
        fixture.cancel(moved);
        ledger.place(sold(ADA, "2026-01-01T00:00:00Z", "7"));

        assertThat(fixture.outbox.topics())
                .containsExactly(
                        "order.placed",
                        "order.confirmed",
                        "order.changed",
                        "order.cancelled",
                        "order.placed",
                        "order.confirmed");
        assertThat(fixture.outbox.published().get(1).data())
                .isEqualTo(Map.of(
                        "number", "SO-1",
                        "customerId", "1",
                        "orderedAt", NOW.toString(),
                        "total", "20.00",
                        "currency", "CNY",
                        "status", "confirmed"));
        assertThat(fixture.outbox.published().get(2).data()).containsEntry("previousCustomerId", "1");
        assertThat(confirmed.version()).isEqualTo(2);
    }

    @Test
    public void aRollbackLeavesNothing() {
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    Order order = ledger.place(sold(ADA, "2026-01-01T00:00:00Z", "7"));
                    ledger.pay(order.id(), Fixture.payment("7", "CNY"));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        for (String table : new String[] {"ORDER", "ORDER_LINE", "PAYMENT", "FACTS"}) {
            assertThat(database.jdbc().list("SELECT * FROM CRM_TRANSACTION_" + table, s -> {}, row -> 1))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    public void worksForNobodyWhoIsNotSignedIn() {
        Callers.bind(null);

        assertThatThrownBy(() -> ledger.place(draft("1"))).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> ledger.facts(ADA)).isInstanceOf(NotSignedInException.class);
    }

    private static String code(ThrowingCallable call) {
        CrmException thrown = org.assertj.core.api.Assertions.catchThrowableOfType(ConflictException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.code();
    }
}
