package io.guanxi.crm.segmentation.engine;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.segmentation.engine.MonthlySales.Month;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class OnlineRetailTest {

    private static final LocalDate DAY_AFTER = LocalDate.of(2011, 12, 10);

    @Test
    public void scoresTheShopAsThePlainDefinitionDoes() throws IOException {
        OnlineRetail retail = OnlineRetail.read();
        assertThat(retail.lines()).isEqualTo(397_884);

        RfmScores scores = RfmScoring.score(columns(retail), DAY_AFTER, ZoneOffset.UTC, 5);
        assertThat(scores.size()).isEqualTo(4_338);
        assertThat(BigDecimal.valueOf(
                        scores.cells().stream().mapToLong(RfmCell::amount).sum(), 4))
                .isEqualByComparingTo("8911407.90");

        Map<List<Integer>, List<PlainRfm.Score>> plain =
                PlainRfm.of(retail.orders(), DAY_AFTER, ZoneOffset.UTC, 5).stream()
                        .collect(groupingBy(s -> List.of(s.r(), s.f(), s.m())));
        assertThat(scores.cells()).hasSize(plain.size());
        for (RfmCell cell : scores.cells()) {
            assertThat(plain.get(List.of(cell.r(), cell.f(), cell.m()))).hasSize(cell.customers());
        }
        assertThat(plain.get(List.of(5, 5, 5))).hasSize(348);
    }

    @Test
    public void sumsTheShopsMonths() throws IOException {
        OnlineRetail retail = OnlineRetail.read();
        OrderSnapshot orders = columns(retail);
        MonthlySales.Span span = MonthlySales.span(orders, ZoneOffset.UTC).orElseThrow();
        List<Month> months = MonthlySales.of(orders, span.first(), span.last(), ZoneOffset.UTC);

        List<String> expected = Files.readAllLines(OnlineRetail.folder().resolve("expected_month_revenue.csv"));
        assertThat(months).hasSize(expected.size() - 1);
        for (int i = 0; i < months.size(); i++) {
            String[] fields = expected.get(i + 1).split(",", -1);
            long amount = new BigDecimal(fields[1]).movePointRight(4).longValueExact();
            assertThat(months.get(i))
                    .isEqualTo(new Month(
                            YearMonth.parse(fields[0]),
                            amount,
                            Integer.parseInt(fields[2]),
                            Integer.parseInt(fields[3])));
        }
    }

    private static OrderSnapshot columns(OnlineRetail retail) {
        OrderColumns columns = new OrderColumns();
        retail.orders().forEach(o -> columns.upsert(o.id(), o.customer(), o.orderedAt(), o.amount()));
        return columns.snapshot();
    }
}
