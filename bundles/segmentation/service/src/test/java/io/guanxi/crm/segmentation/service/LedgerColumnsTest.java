package io.guanxi.crm.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.platform.testing.ScopedAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;

public class LedgerColumnsTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final TestLedger ledger = new TestLedger();
    private final SeenCustomers seen = new SeenCustomers();
    private final ScopedAccess access = new ScopedAccess();
    private final LedgerColumns columns = new LedgerColumns(Neighbour.fixed(ledger), Neighbour.fixed(seen), access);

    @After
    public void stop() {
        columns.stop();
    }

    @Test
    public void holdsTheOrdersOfEachCurrencyApart() {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        ledger.confirm(2, 10, "2026-01-01T00:00:00Z", 200, "USD");
        ledger.confirm(3, 11, "2026-01-01T00:00:00Z", 300, "CNY");
        assertThat(columns.orders(CNY).size()).isEqualTo(2);
        assertThat(columns.orders(USD).size()).isEqualTo(1);
        assertThat(columns.orders(Currency.getInstance("EUR")).size()).isZero();
        assertThat(ledger.loads).hasValue(1);
    }

    @Test
    public void showsTheOrdersOfThoseCustomersThatTheCallerSees() {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        ledger.confirm(2, 11, "2026-01-01T00:00:00Z", 200, "CNY");
        ledger.confirm(3, 11, "2026-01-01T00:00:00Z", 300, "CNY");
        seen.ids.add(11L);
        access.reaches(new Scope(false, Optional.of(7L), Set.of(), Set.of()));

        List<String> orders = new ArrayList<>();
        columns.orders(CNY).forEach((order, customer, at, amount) -> orders.add(order + " of " + customer));

        assertThat(orders).containsExactlyInAnyOrder("2 of 11", "3 of 11");
        access.reaches(Scope.EVERYTHING);
        assertThat(columns.orders(CNY).size()).isEqualTo(3);
    }

    @Test
    public void takesTheCurrencyWithMostOrdersAsTheMainOne() {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        ledger.confirm(2, 10, "2026-01-01T00:00:00Z", 200, "USD");
        ledger.confirm(3, 11, "2026-01-01T00:00:00Z", 300, "USD");
        assertThat(columns.mainCurrency()).isEqualTo(USD);
        ledger.cancel(3);
        columns.deliver(news(3));
        assertThat(columns.mainCurrency()).isEqualTo(CNY);
    }

    @Test
    public void fallsBackToOneCurrencyWhereNothingWasSold() {
        assertThat(columns.mainCurrency()).isEqualTo(CNY);
        assertThat(columns.orders(CNY).size()).isZero();
    }

    @Test
    public void keepsTheSnapshotOfACurrencyThatNoNewsIsAbout() {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        OrderSnapshot before = columns.orders(CNY);
        ledger.confirm(2, 10, "2026-01-01T00:00:00Z", 200, "USD");
        columns.deliver(news(1, 2));
        assertThat(columns.orders(CNY)).isSameAs(before);
        assertThat(columns.orders(USD).size()).isEqualTo(1);
    }

    @Test
    public void loadsNothingForNewsBeforeSomebodyAsks() {
        columns.deliver(news(1));
        assertThat(ledger.loads).hasValue(0);
    }

    @Test
    public void ignoresNewsOfOtherRecords() {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        OrderSnapshot before = columns.orders(CNY);
        ledger.cancel(1);
        columns.deliver(List.of(new Event(1, Instant.EPOCH, new News("customer.changed", "customer", 1, Map.of()))));
        assertThat(columns.orders(CNY)).isSameAs(before);
    }

    @Test
    public void appliesNewsThatCameDuringTheLoadBehindIt() throws InterruptedException {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        CountDownLatch delivered = new CountDownLatch(1);
        ledger.duringLoad(() -> {
            ledger.confirm(2, 11, "2026-01-02T00:00:00Z", 200, "CNY");
            new Thread(() -> {
                        columns.deliver(news(2));
                        delivered.countDown();
                    })
                    .start();
        });
        columns.orders(CNY);
        delivered.await();
        assertThat(columns.orders(CNY).size()).isEqualTo(2);
    }

    @Test
    public void triesAgainAfterALoadThatFailed() {
        ledger.confirm(1, 10, "2026-01-01T00:00:00Z", 100, "CNY");
        ledger.duringLoad(() -> {
            throw new UnavailableException("Ledger", Duration.ofSeconds(1));
        });
        assertThatThrownBy(() -> columns.orders(CNY)).isInstanceOf(UnavailableException.class);
        assertThat(columns.orders(CNY).size()).isEqualTo(1);
    }

    @Test
    public void asksReadersToComeBackWhileTheLoadTakesLong() {
        CountDownLatch release = new CountDownLatch(1);
        ledger.duringLoad(() -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> columns.orders(CNY))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo("still-loading"));
        release.countDown();
        assertThat(columns.orders(CNY).size()).isZero();
        assertThat(ledger.loads).hasValue(1);
    }

    @Test
    public void readersWhoCallForNobodyAreTurnedAway() {
        Callers.bind(null);
        assertThatThrownBy(() -> columns.orders(CNY)).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(columns::mainCurrency).isInstanceOf(NotSignedInException.class);
    }

    @Test
    public void alwaysEqualsAFullRebuild() {
        Random random = new Random(17);
        List<String> currencies = List.of("CNY", "USD", "EUR");
        columns.orders(CNY);
        for (int round = 0; round < 300; round++) {
            List<Long> touched = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                long order = 1L + random.nextInt(600);
                touched.add(order);
                if (random.nextInt(4) == 0) {
                    ledger.cancel(order);
                } else {
                    ledger.confirm(
                            order,
                            new TestLedger.Sale(
                                    random.nextInt(50),
                                    random.nextInt(),
                                    random.nextInt(),
                                    currencies.get(random.nextInt(3))));
                }
            }
            columns.deliver(news(touched.stream().mapToLong(Long::longValue).toArray()));
            if (random.nextInt(3) == 0) {
                columns.deliver(news(touched.stream().mapToLong(Long::longValue).toArray()));
            }
            assertThat(held(currencies)).isEqualTo(ledger.confirmed());
        }
        assertThat(ledger.loads).hasValue(1);
    }

    private Map<Long, TestLedger.Sale> held(List<String> currencies) {
        Map<Long, TestLedger.Sale> held = new TreeMap<>();
        for (String code : currencies) {
            columns.orders(Currency.getInstance(code)).forEach((order, customer, orderedAt, amount) -> assertThat(
                            held.put(order, new TestLedger.Sale(customer, orderedAt, amount, code)))
                    .as("order %d is in one currency only", order)
                    .isNull());
        }
        return held;
    }

    static List<Event> news(long... orders) {
        List<Event> events = new ArrayList<>();
        for (long order : orders) {
            events.add(new Event(events.size(), Instant.EPOCH, new News("order.changed", "order", order, Map.of())));
        }
        return events;
    }
}
