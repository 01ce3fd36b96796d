package io.guanxi.crm.reporting.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.reporting.RevenueByMonth;
import io.guanxi.crm.transaction.Money;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.Test;

public class RevenueTableTest {

    @Test
    public void showsARowPerMonth() {
        RevenueByMonth report = new RevenueByMonth(
                Currency.getInstance("GBP"),
                ZoneOffset.UTC,
                List.of(new RevenueByMonth.Month(YearMonth.of(2011, 11), Money.of("1161817.3800", "GBP"), 2657, 1664)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RevenueTable.print(report, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(RevenueTableTest::words))
                .contains("Month GBP Orders Customers", "2011-11 1161817.38 2657 1664");
    }

    private static String words(String line) {
        return line.replaceAll("[^\\p{Alnum}.-]+", " ").strip();
    }
}
