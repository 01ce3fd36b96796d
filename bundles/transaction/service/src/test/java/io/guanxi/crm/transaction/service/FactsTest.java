package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.transaction.service.Fixture.ADA;
import static io.guanxi.crm.transaction.service.Fixture.BOB;
import static io.guanxi.crm.transaction.service.Fixture.line;
import static io.guanxi.crm.transaction.service.Fixture.order;
import static io.guanxi.crm.transaction.service.Fixture.sold;
import static io.guanxi.crm.transaction.service.Fixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.CustomerFacts;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class FactsTest {

    private static final String MARCH = "2026-03-01T00:00:00Z";
    private static final String APRIL = "2026-04-01T00:00:00Z";
    private static final String MAY = "2026-05-01T00:00:00Z";

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
    public void draftsDoNotCount() {
        ledger.place(Fixture.draft("10"));

        assertThat(ledger.facts(ADA)).isEmpty();
    }

    @Test
    public void confirmedOrdersCountPerCurrencyTheLargestFirst() {
        ledger.place(sold(ADA, APRIL, "10"));
        ledger.place(sold(ADA, MARCH, "20"));
        ledger.place(order(ADA, OrderStatus.CONFIRMED, Instant.parse(MAY), "JPY", line("P", "1", "500", "0")));

        assertThat(ledger.facts(ADA))
                .containsExactly(facts(1, "500", "JPY", MAY, MAY), facts(2, "30.00", "CNY", MARCH, APRIL));
    }

    @Test
    public void confirmingADraftCountsIt() {
        Order draft = ledger.place(Fixture.draft("10"));
        ledger.change(draft.id(), 1, data -> with(data, OrderStatus.CONFIRMED));

        assertThat(ledger.facts(ADA)).extracting(CustomerFacts::orders).containsExactly(1L);
    }

    @Test
    public void cancellingTheFirstOrLastOrderFindsTheNext() {
        Order first = ledger.place(sold(ADA, MARCH, "1"));
        ledger.place(sold(ADA, APRIL, "2"));
        Order last = ledger.place(sold(ADA, MAY, "4"));

        fixture.cancel(first);
        assertThat(ledger.facts(ADA)).containsExactly(facts(2, "6.00", "CNY", APRIL, MAY));
        fixture.cancel(last);
        assertThat(ledger.facts(ADA)).containsExactly(facts(1, "2.00", "CNY", APRIL, APRIL));
    }

    @Test
    public void cancellingTheOnlyOrderLeavesNoFacts() {
        fixture.cancel(ledger.place(sold(ADA, MARCH, "1")));

        assertThat(ledger.facts(ADA)).isEmpty();
        assertThat(rows("SELECT * FROM CRM_TRANSACTION_FACTS")).isZero();
    }

    @Test
    public void movingAnOrderMovesWhatItCounts() {
        Order order = ledger.place(sold(BOB, MARCH, "1"));
        ledger.place(sold(BOB, MAY, "2"));
        ledger.change(order.id(), 1, data -> with(data, ADA, data.orderedAt(), line("P", "1", "3", "0")));

        assertThat(ledger.facts(ADA)).containsExactly(facts(1, "3.00", "CNY", MARCH, MARCH));
        assertThat(ledger.facts(BOB).get(0).firstOrderAt()).isEqualTo(Instant.parse(MAY));
    }

    @Test
    public void backdatingAnOrderMovesTheFirst() {
        ledger.place(sold(ADA, APRIL, "1"));
        Order order = ledger.place(sold(ADA, MAY, "2"));
        ledger.change(order.id(), 1, data -> with(data, ADA, Instant.parse(MARCH), line("P", "1", "2", "0")));

        assertThat(ledger.facts(ADA)).containsExactly(facts(2, "3.00", "CNY", MARCH, APRIL));
    }

    @Test
    public void aRecountChangesNothingAfterAnyHistory() {
        Random random = new Random(20260301);
        List<Order> orders = new ArrayList<>();
        for (int step = 0; step < 250; step++) {
            if (orders.isEmpty() || random.nextInt(3) == 0) {
                orders.add(ledger.place(
                        anything(random, random.nextBoolean() ? OrderStatus.CONFIRMED : OrderStatus.DRAFT)));
            } else {
                int index = random.nextInt(orders.size());
                Order order = orders.get(index);
                if (order.data().status() != OrderStatus.CANCELLED) {
                    OrderData next = anything(random, later(order.data().status(), random));
                    orders.set(index, ledger.change(order.id(), order.version(), data -> next));
                }
            }
            if (step % 25 == 0) {
                assertFactsAreWhatOrdersSay();
            }
        }
        assertFactsAreWhatOrdersSay();
    }

    @Test
    public void ofManyAtOnceAllCount() throws Exception {
        Order first = ledger.place(sold(ADA, MARCH, "1"));
        List<Callable<Order>> clerks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int second = i;
            clerks.add(() -> Callers.callAs(Caller.system("test"), () -> {
                Order order =
                        ledger.place(sold(second % 2 == 0 ? ADA : BOB, "2026-03-02T00:00:" + (10 + second) + "Z", "1"));
                return second % 3 == 0 ? fixture.cancel(order) : order;
            }));
        }
        clerks.add(() -> Callers.callAs(Caller.system("test"), () -> fixture.cancel(first)));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (Future<Order> clerk : pool.invokeAll(clerks)) {
            assertThat(clerk.get()).isNotNull();
        }
        pool.shutdown();

        assertThat(ledger.facts(ADA).get(0).orders() + ledger.facts(BOB).get(0).orders())
                .isEqualTo(16);
        assertFactsAreWhatOrdersSay();
    }

    @Test
    public void countsManyCustomersAnewInBulk() {
        for (long customer = 1; customer <= 40; customer++) {
            ledger.place(sold(new CustomerId(customer), MARCH, "1"));
            ledger.place(sold(new CustomerId(customer), MAY, "2"));
        }
        List<String> right = table();
        List<Long> all = java.util.stream.LongStream.rangeClosed(1, 600).boxed().toList();
        database.jdbc().update("DELETE FROM CRM_TRANSACTION_FACTS WHERE CUSTOMER_ID < 10", Jdbc.NONE);
        database.jdbc().update("UPDATE CRM_TRANSACTION_FACTS SET ORDERS = 7 WHERE CUSTOMER_ID > 20", Jdbc.NONE);
        database.jdbc()
                .update(
                        "INSERT INTO CRM_TRANSACTION_FACTS VALUES (500, 'CNY', 1, 1, 1, 1), (1, 'USD', 1, 1, 1, 1)",
                        Jdbc.NONE);

        recount(all);

        assertThat(table()).isEqualTo(right);
    }

    private void assertFactsAreWhatOrdersSay() {
        List<String> kept = table();
        List<String> counted = database.jdbc()
                .list(
                        "SELECT CUSTOMER_ID, CURRENCY, COUNT(*), SUM(TOTAL), MIN(ORDERED_AT), MAX(ORDERED_AT)"
                                + " FROM CRM_TRANSACTION_ORDER WHERE STATUS = 'CONFIRMED'"
                                + " GROUP BY CUSTOMER_ID, CURRENCY ORDER BY CUSTOMER_ID, CURRENCY",
                        Jdbc.NONE,
                        FactsTest::text);
        assertThat(kept).isEqualTo(counted);
        recount(List.of(1L, 2L, 3L, 4L));
        assertThat(table()).isEqualTo(kept);
    }

    private void recount(List<Long> customers) {
        database.transactions().call(() -> database.jdbc().with(connection -> {
            FactsTable.lock(connection, customers);
            FactsTable.recompute(connection, customers);
            return 0;
        }));
    }

    private List<String> table() {
        return database.jdbc()
                .list(
                        "SELECT CUSTOMER_ID, CURRENCY, ORDERS, TOTAL, FIRST_ORDER_AT, LAST_ORDER_AT"
                                + " FROM CRM_TRANSACTION_FACTS ORDER BY CUSTOMER_ID, CURRENCY",
                        Jdbc.NONE,
                        FactsTest::text);
    }

    private static String text(java.sql.ResultSet row) throws java.sql.SQLException {
        return row.getLong(1) + " " + row.getString(2) + " " + row.getLong(3) + " " + row.getBigDecimal(4) + " "
                + row.getLong(5) + " " + row.getLong(6);
    }

    private int rows(String sql) {
        return database.jdbc().list(sql, Jdbc.NONE, row -> 1).size();
    }

    private static OrderStatus later(OrderStatus status, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> OrderStatus.CANCELLED;
            case 1 -> OrderStatus.CONFIRMED;
            default -> status;
        };
    }

    private static OrderData anything(Random random, OrderStatus status) {
        OrderLine line = line("P", "1", (1 + random.nextInt(500)) + "." + random.nextInt(100), "0");
        return order(
                new CustomerId(1 + random.nextInt(4)),
                status,
                Instant.parse(MARCH).plusSeconds(random.nextInt(12) * 3600L),
                random.nextInt(4) == 0 ? "KWD" : "CNY",
                line);
    }

    private static CustomerFacts facts(long orders, String total, String currency, String first, String last) {
        return new CustomerFacts(ADA, orders, Money.of(total, currency), Instant.parse(first), Instant.parse(last));
    }
}
