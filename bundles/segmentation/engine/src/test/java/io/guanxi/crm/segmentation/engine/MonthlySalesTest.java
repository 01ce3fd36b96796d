package io.guanxi.crm.segmentation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.segmentation.engine.MonthlySales.Month;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class MonthlySalesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final OrderColumns columns = new OrderColumns();

    @Test
    public void hasNoSpanWhereNothingWasSold() {
        assertThat(MonthlySales.span(OrderSnapshot.EMPTY, SHANGHAI)).isEmpty();
    }

    @Test
    public void showsMonthsWithoutOrdersAsZero() {
        columns.upsert(1, 1, at("2026-01-31T15:59:59.999Z"), 10);
        columns.upsert(2, 1, at("2026-01-31T16:00:00Z"), 20);
        columns.upsert(3, 1, at("2026-04-10T00:00:00Z"), 30);
        columns.upsert(4, 2, at("2026-04-11T00:00:00Z"), 40);
        columns.upsert(5, 2, at("2026-04-12T00:00:00Z"), 50);
        assertThat(MonthlySales.span(columns.snapshot(), SHANGHAI))
                .contains(new MonthlySales.Span(YearMonth.of(2026, 1), YearMonth.of(2026, 4)));
        assertThat(MonthlySales.of(columns.snapshot(), YearMonth.of(2026, 1), YearMonth.of(2026, 4), SHANGHAI))
                .containsExactly(
                        new Month(YearMonth.of(2026, 1), 10, 1, 1),
                        new Month(YearMonth.of(2026, 2), 20, 1, 1),
                        new Month(YearMonth.of(2026, 3), 0, 0, 0),
                        new Month(YearMonth.of(2026, 4), 120, 3, 2));
    }

    @Test
    public void leavesOrdersOutsideTheMonthsAside() {
        columns.upsert(1, 1, at("2026-01-15T00:00:00Z"), 10);
        columns.upsert(2, 1, at("2026-02-15T00:00:00Z"), 20);
        columns.upsert(3, 1, at("2026-03-15T00:00:00Z"), 30);
        assertThat(MonthlySales.of(columns.snapshot(), YearMonth.of(2026, 2), YearMonth.of(2026, 2), SHANGHAI))
                .containsExactly(new Month(YearMonth.of(2026, 2), 20, 1, 1));
    }

    @Test
    public void agreesWithAPlainLoop() {
        Random random = new Random(13);
        YearMonth first = YearMonth.of(2009, 11);
        for (String name : List.of("Asia/Shanghai", "America/Sao_Paulo", "Pacific/Apia", "Europe/London")) {
            ZoneId zone = ZoneId.of(name);
            OrderColumns filled = new OrderColumns();
            long[] amount = new long[40];
            int[] orders = new int[40];
            List<Set<Long>> customers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                customers.add(new HashSet<>());
            }
            for (long order = 0; order < 20_000; order++) {
                long at = at("2009-10-01T00:00:00Z") + random.nextInt(1_300 * 24) * 3_600_000L;
                long customer = random.nextInt(400);
                filled.upsert(order, customer, at, order);
                YearMonth month = YearMonth.from(Instant.ofEpochMilli(at).atZone(zone));
                int index = (month.getYear() - 2009) * 12 + month.getMonthValue() - 11;
                if (index >= 0 && index < 40) {
                    amount[index] += order;
                    orders[index]++;
                    customers.get(index).add(customer);
                }
            }
            List<Month> months = MonthlySales.of(filled.snapshot(), first, first.plusMonths(39), zone);
            for (int i = 0; i < 40; i++) {
                assertThat(months.get(i))
                        .isEqualTo(new Month(
                                first.plusMonths(i),
                                amount[i],
                                orders[i],
                                customers.get(i).size()));
            }
        }
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
