package io.guanxi.crm.segmentation.service;

import static io.guanxi.crm.segmentation.service.LedgerColumnsTest.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.ScopedAccess;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.segmentation.RfmFilter;
import io.guanxi.crm.segmentation.RfmMember;
import io.guanxi.crm.segmentation.RfmQuery;
import io.guanxi.crm.segmentation.RfmResult;
import io.guanxi.crm.segmentation.UnknownGridException;
import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.transaction.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;

public class ColumnRfmTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final RfmQuery TODAY = RfmQuery.today(SHANGHAI);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    @ClassRule
    public static final TestDatabase DATABASE = new TestDatabase("segmentation");

    private final TestLedger ledger = new TestLedger();
    private final SeenCustomers seen = new SeenCustomers();
    private final ScopedAccess access = new ScopedAccess();
    private final LedgerColumns columns = new LedgerColumns(Neighbour.fixed(ledger), Neighbour.fixed(seen), access);
    private final JdbcRfmGrids grids = new JdbcRfmGrids(DATABASE.dataSource(), DATABASE.transactions(), access, NOON);
    private final ColumnRfm rfm = new ColumnRfm(columns, grids, access, NOON);

    @Before
    public void sell() {
        for (int customer = 1; customer <= 10; customer++) {
            for (int order = 0; order < customer; order++) {
                ledger.confirm(
                        customer * 100L + order,
                        customer,
                        "2026-02-%02dT00:00:00Z".formatted(customer),
                        10_000L * customer,
                        "CNY");
            }
        }
        ledger.confirm(9_999, 3, "2026-02-28T00:00:00Z", 50_000, "USD");
    }

    @After
    public void stop() {
        columns.stop();
    }

    @Test
    public void countsTheCustomersOfEachCell() {
        RfmResult result = rfm.result(TODAY);
        assertThat(result.grid()).isEqualTo("default");
        assertThat(result.asOf()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(result.bins()).isEqualTo(5);
        assertThat(result.currency()).isEqualTo(Currency.getInstance("CNY"));
        assertThat(result.customers()).isEqualTo(10);
        assertThat(result.computedAt()).isEqualTo(NOON.instant());
        assertThat(result.cells()).hasSize(5);
        assertThat(result.cells().get(0))
                .isEqualTo(new RfmResult.Cell(5, 5, 5, 2, Money.of("181.0000", "CNY"), RfmGroup.CHAMPIONS));
    }

    @Test
    public void knowsTodayOfTheCallersZone() {
        Clock evening = Clock.fixed(Instant.parse("2026-03-01T20:00:00Z"), ZoneOffset.UTC);
        ColumnRfm later = new ColumnRfm(columns, grids, access, evening);
        assertThat(later.result(TODAY).asOf()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(later.result(RfmQuery.today(ZoneOffset.UTC)).asOf()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    public void answersForTheDayTheBinsAndTheCurrencyAskedFor() {
        RfmResult past = rfm.result(new RfmQuery(
                "default",
                OptionalInt.of(2),
                Optional.of(LocalDate.of(2026, 2, 4)),
                SHANGHAI,
                Optional.of(Currency.getInstance("CNY"))));
        assertThat(past.customers()).isEqualTo(4);
        assertThat(past.bins()).isEqualTo(2);
        RfmResult dollars = rfm.result(new RfmQuery(
                "default", OptionalInt.empty(), Optional.empty(), SHANGHAI, Optional.of(Currency.getInstance("USD"))));
        assertThat(dollars.customers()).isEqualTo(1);
    }

    @Test
    public void takesBinsAndCurrencyFromTheGrid() {
        grids.create("dollars", 3, Optional.of(Currency.getInstance("USD")));
        RfmResult result =
                rfm.result(new RfmQuery("dollars", OptionalInt.empty(), Optional.empty(), SHANGHAI, Optional.empty()));
        assertThat(result.bins()).isEqualTo(3);
        assertThat(result.currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(result.grid()).isEqualTo("dollars");
    }

    @Test
    public void listsMembersByRevenuePageByPage() {
        List<Long> ids = new ArrayList<>();
        List<RfmMember> page = rfm.members(TODAY, RfmFilter.ALL, Optional.empty(), 3);
        while (!page.isEmpty()) {
            page.forEach(member -> ids.add(member.customer().value()));
            page = rfm.members(
                    TODAY, RfmFilter.ALL, Optional.of(page.get(page.size() - 1).position()), 3);
        }
        assertThat(ids).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    public void listsTheMembersOfACellWhateverTheScoreLeftOut() {
        RfmFilter cell = new RfmFilter(OptionalInt.of(2), OptionalInt.of(2), OptionalInt.empty());
        List<RfmMember> members = rfm.members(TODAY, cell, Optional.empty(), 50);
        assertThat(members).extracting(member -> member.customer().value()).containsExactly(4L, 3L);
        assertThat(members.get(0))
                .isEqualTo(new RfmMember(
                        new CustomerId(4),
                        2,
                        2,
                        2,
                        RfmGroup.LOST,
                        Instant.parse("2026-02-04T00:00:00Z"),
                        25,
                        4,
                        Money.of("16.0000", "CNY")));
    }

    @Test
    public void scoresOneCustomer() {
        assertThat(rfm.of(TODAY, new CustomerId(10)).orElseThrow().r()).isEqualTo(5);
        assertThat(rfm.of(TODAY, new CustomerId(77))).isEmpty();
    }

    @Test
    public void computesOnceForAllWhoAskTheSame() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<RfmResult>> results = new ArrayList<>();
        ColumnRfm ticking = new ColumnRfm(columns, grids, access, new TickingClock());
        for (int i = 0; i < 64; i++) {
            results.add(pool.submit(() -> Callers.callAs(Caller.system("test"), () -> ticking.result(dayOf(1)))));
        }
        Instant first = results.get(0).get().computedAt();
        for (Future<RfmResult> result : results) {
            assertThat(result.get().computedAt()).isEqualTo(first);
        }
        pool.shutdown();
        assertThat(ledger.loads).hasValue(1);
    }

    @Test
    public void computesAgainOnlyWhenAnOrderOfTheCurrencyChanged() {
        ColumnRfm ticking = new ColumnRfm(columns, grids, access, new TickingClock());
        Instant first = ticking.result(dayOf(28)).computedAt();
        columns.deliver(news(100, 200));
        ledger.confirm(10_000, 3, "2026-02-28T00:00:00Z", 50_000, "USD");
        columns.deliver(news(10_000));
        assertThat(ticking.result(dayOf(28)).computedAt()).isEqualTo(first);
        ledger.cancel(100);
        columns.deliver(news(100));
        RfmResult changed = ticking.result(dayOf(28));
        assertThat(changed.computedAt()).isNotEqualTo(first);
        assertThat(changed.customers()).isEqualTo(9);
    }

    @Test
    public void findsWhatNoNewsToldWhenAskedToRecompute() throws InterruptedException {
        rfm.result(TODAY);
        ledger.cancel(100);
        assertThat(rfm.result(TODAY).customers()).isEqualTo(10);
        rfm.recompute();
        for (int i = 0; i < 500 && rfm.result(TODAY).customers() != 9; i++) {
            Thread.sleep(10);
        }
        assertThat(rfm.result(TODAY).customers()).isEqualTo(9);
        assertThat(ledger.loads).hasValue(2);
    }

    @Test
    public void keepsAnsweringRightWhileManyDaysAreAskedFor() {
        Random random = new Random(23);
        for (int i = 0; i < 200; i++) {
            int day = 1 + random.nextInt(28);
            assertThat(rfm.result(dayOf(day)).customers()).isEqualTo(Math.min(day, 10));
        }
    }

    @Test
    public void refusesWhatIsOutOfRangeByName() {
        assertThatThrownBy(() -> rfm.result(
                        new RfmQuery("default", OptionalInt.of(10), Optional.empty(), SHANGHAI, Optional.empty())))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.errors()).extracting("field").containsExactly("bins"));
        assertThatThrownBy(() -> rfm.result(new RfmQuery(
                        "default", OptionalInt.empty(), Optional.of(LocalDate.MAX), SHANGHAI, Optional.empty())))
                .isInstanceOf(InvalidValueException.class);
        RfmFilter six = new RfmFilter(OptionalInt.empty(), OptionalInt.of(6), OptionalInt.empty());
        assertThatThrownBy(() -> rfm.members(TODAY, six, Optional.empty(), 10))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.errors()).extracting("field").containsExactly("f"));
        assertThatThrownBy(() -> rfm.result(
                        new RfmQuery("none", OptionalInt.empty(), Optional.empty(), SHANGHAI, Optional.empty())))
                .isInstanceOf(UnknownGridException.class);
    }

    @Test
    public void answersNobodyWhoIsNotSignedIn() {
        Callers.bind(null);
        assertThatThrownBy(() -> rfm.result(TODAY)).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> rfm.members(TODAY, RfmFilter.ALL, Optional.empty(), 1))
                .isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(() -> rfm.of(TODAY, new CustomerId(1))).isInstanceOf(NotSignedInException.class);
        assertThatThrownBy(rfm::recompute).isInstanceOf(NotSignedInException.class);
    }

    private static RfmQuery dayOf(int february) {
        return new RfmQuery(
                "default",
                OptionalInt.empty(),
                Optional.of(LocalDate.of(2026, 2, february)),
                SHANGHAI,
                Optional.of(Currency.getInstance("CNY")));
    }

    /** Never shows the same time twice. */
    private static final class TickingClock extends Clock {
        private final AtomicLong ticks = new AtomicLong();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(ticks.incrementAndGet());
        }
    }
}
