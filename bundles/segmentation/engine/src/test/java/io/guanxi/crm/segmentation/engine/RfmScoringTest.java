package io.guanxi.crm.segmentation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

public class RfmScoringTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final OrderColumns columns = new OrderColumns();
    private long nextOrder = 1;

    @Test
    public void scoresNobodyWhereNothingWasSold() {
        RfmScores scores = RfmScoring.score(OrderSnapshot.EMPTY, DAY, SHANGHAI, 5);
        assertThat(scores.size()).isZero();
        assertThat(scores.cells()).isEmpty();
        assertThat(scores.rowOf(1)).isEmpty();
        assertThat(scores.rankOf(0, 0)).isZero();
    }

    @Test
    public void givesALoneCustomerTheLowestScore() {
        order(7, "2026-02-01T00:00:00Z", 50);
        RfmScores scores = score(5);
        assertThat(List.of(scores.r(0), scores.f(0), scores.m(0))).containsExactly(1, 1, 1);
        assertThat(scores.cells()).containsExactly(new RfmCell(1, 1, 1, 1, 50));
    }

    @Test
    public void leavesScoresOutWhereThereAreFewerCustomersThanBins() {
        order(1, "2026-01-01T00:00:00Z", 10);
        order(2, "2026-01-02T00:00:00Z", 20);
        RfmScores scores = score(5);
        assertThat(List.of(scores.r(0), scores.r(1))).containsExactly(1, 3);
        assertThat(List.of(scores.m(0), scores.m(1))).containsExactly(1, 3);
    }

    @Test
    public void tellsEqualCustomersApartByIdAlone() {
        for (long customer : new long[] {30, 10, 50, 20, 40}) {
            order(customer, "2026-01-01T00:00:00Z", 10);
        }
        RfmScores scores = score(5);
        for (int row = 0; row < 5; row++) {
            assertThat(scores.customer(row)).isEqualTo(10L * (row + 1));
            assertThat(List.of(scores.r(row), scores.f(row), scores.m(row))).containsOnly(row + 1);
        }
    }

    @Test
    public void makesPartsThatDifferByOneCustomerAtMost() {
        for (int customer = 1; customer <= 23; customer++) {
            order(customer, "2026-01-01T00:00:00Z", customer % 3);
        }
        for (int bins = 2; bins <= 9; bins++) {
            RfmScores scores = score(bins);
            int[] parts = new int[bins];
            IntStream.range(0, scores.size()).forEach(row -> parts[scores.m(row) - 1]++);
            assertThat(IntStream.of(parts).max().orElseThrow()
                            - IntStream.of(parts).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    public void countsOrdersUntilTheReferenceDayEnds() {
        order(1, "2026-03-01T15:59:59.999Z", 10);
        order(1, "2026-03-01T16:00:00Z", 1000);
        order(2, "2026-03-01T16:00:00Z", 1000);
        RfmScores scores = score(5);
        assertThat(scores.size()).isEqualTo(1);
        assertThat(scores.orders(0)).isEqualTo(1);
        assertThat(scores.amount(0)).isEqualTo(10);
        assertThat(scores.recency(0)).isZero();
    }

    @Test
    public void countsDaysByTheCalendarOfTheZone() {
        order(1, "2026-02-28T15:59:59Z", 10);
        order(2, "2026-02-28T16:00:00Z", 10);
        RfmScores scores = score(5);
        assertThat(scores.recency(0)).isEqualTo(1);
        assertThat(scores.recency(1)).isZero();
    }

    @Test
    public void followsTheClocksOfAZoneThatChangesThem() {
        ZoneId newYork = ZoneId.of("America/New_York");
        order(1, "2026-03-08T04:59:59Z", 10);
        order(2, "2026-03-08T05:00:00Z", 10);
        order(3, "2026-03-09T03:59:59Z", 10);
        order(4, "2026-03-09T04:00:00Z", 10);
        RfmScores scores = RfmScoring.score(columns.snapshot(), LocalDate.of(2026, 3, 9), newYork, 5);
        assertThat(IntStream.range(0, 4).mapToObj(scores::recency)).containsExactly(2L, 1L, 1L, 0L);
    }

    @Test
    public void takesBinsFromTwoToNine() {
        for (int bins : new int[] {-1, 0, 1, 10}) {
            assertThatThrownBy(() -> score(bins)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    public void refusesASumBeyondALong() {
        order(1, "2026-01-01T00:00:00Z", Long.MAX_VALUE);
        order(1, "2026-01-02T00:00:00Z", 1);
        assertThatThrownBy(() -> score(5)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    public void forgetsACustomerWhoseLastOrderWentAway() {
        order(1, "2026-01-01T00:00:00Z", 10);
        order(2, "2026-01-01T00:00:00Z", 10);
        columns.remove(1);
        assertThat(score(5).size()).isEqualTo(1);
        assertThat(score(5).customer(0)).isEqualTo(2);
    }

    @Test
    public void scoresOrdersThatLieMillenniaApart() {
        order(1, "-9999-01-01T00:00:00Z", 10);
        order(2, "2026-03-01T00:00:00Z", 10);
        RfmScores scores = score(2);
        assertThat(List.of(scores.r(0), scores.r(1))).containsExactly(1, 2);
        assertThat(scores.recency(0)).isGreaterThan(4_000_000);
    }

    @Test
    public void findsTheRankOfAnyAmount() {
        order(1, "2026-01-01T00:00:00Z", 10);
        order(2, "2026-01-01T00:00:00Z", 30);
        order(3, "2026-01-01T00:00:00Z", 10);
        RfmScores scores = score(5);
        assertThat(scores.rankOf(10, 1)).isZero();
        assertThat(scores.rankOf(10, 3)).isEqualTo(1);
        assertThat(scores.rankOf(20, 0)).isEqualTo(2);
        assertThat(scores.rankOf(31, 0)).isEqualTo(3);
        assertThat(scores.customer(scores.rowByAmount(2))).isEqualTo(2);
    }

    @Test
    public void agreesWithThePlainDefinition() {
        Random random = new Random(3);
        List<ZoneId> zones = List.of(
                SHANGHAI,
                ZoneOffset.UTC,
                ZoneId.of("America/New_York"),
                ZoneId.of("America/Sao_Paulo"),
                ZoneId.of("America/Havana"),
                ZoneId.of("Pacific/Apia"),
                ZoneId.of("Australia/Lord_Howe"));
        for (int round = 0; round < 120; round++) {
            int customers = 1 + random.nextInt(round % 3 == 0 ? 6 : 300);
            int amounts = round % 2 == 0 ? 4 : 1_000_000;
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            LocalDate asOf = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(2_000));
            long start = Instant.parse("2008-01-01T00:00:00Z").toEpochMilli();
            List<PlainRfm.Order> orders = new ArrayList<>();
            for (int i = random.nextInt(2_000); i > 0; i--) {
                long at = start + random.nextInt(365 * 8 * 24) * 3_600_000L;
                orders.add(
                        new PlainRfm.Order(i, 1_000_000_007L * random.nextInt(customers), at, random.nextInt(amounts)));
            }
            int bins = 2 + random.nextInt(8);
            assertThat(scored(orders, asOf, zone, bins))
                    .as("%s, %s, %d bins", asOf, zone, bins)
                    .isEqualTo(PlainRfm.of(orders, asOf, zone, bins));
        }
    }

    @Test
    public void cellsHoldEveryCustomerAndAllTheMoneyOnce() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            order(random.nextInt(700), "2026-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z", random.nextInt(90));
        }
        RfmScores scores = score(4);
        List<RfmCell> cells = scores.cells();
        assertThat(cells.stream().mapToInt(RfmCell::customers).sum()).isEqualTo(scores.size());
        for (RfmCell cell : cells) {
            int[] rows = IntStream.range(0, scores.size())
                    .filter(row -> scores.r(row) == cell.r() && scores.f(row) == cell.f() && scores.m(row) == cell.m())
                    .toArray();
            assertThat(rows).hasSize(cell.customers());
            assertThat(IntStream.of(rows).mapToLong(scores::amount).sum()).isEqualTo(cell.amount());
        }
    }

    private static List<PlainRfm.Score> scored(List<PlainRfm.Order> orders, LocalDate asOf, ZoneId zone, int bins) {
        OrderColumns filled = new OrderColumns();
        orders.forEach(o -> filled.upsert(o.id(), o.customer(), o.orderedAt(), o.amount()));
        RfmScores s = RfmScoring.score(filled.snapshot(), asOf, zone, bins);
        List<PlainRfm.Score> result = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            assertThat(s.rowOf(s.customer(i))).hasValue(i);
            result.add(new PlainRfm.Score(
                    s.customer(i),
                    s.recency(i),
                    s.orders(i),
                    BigInteger.valueOf(s.amount(i)),
                    s.lastOrderAt(i),
                    s.r(i),
                    s.f(i),
                    s.m(i)));
        }
        return result;
    }

    private RfmScores score(int bins) {
        return RfmScoring.score(columns.snapshot(), DAY, SHANGHAI, bins);
    }

    private void order(long customer, String at, long amount) {
        columns.upsert(nextOrder++, customer, Instant.parse(at).toEpochMilli(), amount);
    }
}
