package io.guanxi.crm.segmentation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.segmentation.RfmResult;
import io.guanxi.crm.segmentation.engine.RfmGroup;
import io.guanxi.crm.transaction.Money;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.Test;

public class RfmTableTest {

    @Test
    public void showsRecencyByFrequency() {
        RfmResult result = new RfmResult(
                "default",
                2,
                LocalDate.of(2026, 3, 1),
                ZoneOffset.UTC,
                Currency.getInstance("CNY"),
                9,
                Instant.EPOCH,
                List.of(
                        new RfmResult.Cell(2, 2, 2, 4, Money.of("1", "CNY"), RfmGroup.CHAMPIONS),
                        new RfmResult.Cell(2, 2, 1, 3, Money.of("1", "CNY"), RfmGroup.REGULARS),
                        new RfmResult.Cell(1, 2, 1, 2, Money.of("1", "CNY"), RfmGroup.FADING)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RfmTable.print(result, new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("default: 9 customers with orders in CNY until 2026-03-01");
        assertThat(lines.stream().map(RfmTableTest::words)).contains("R2 0 7", "R1 0 2");
    }

    private static String words(String line) {
        return line.replaceAll("\\P{Alnum}+", " ").strip();
    }
}
