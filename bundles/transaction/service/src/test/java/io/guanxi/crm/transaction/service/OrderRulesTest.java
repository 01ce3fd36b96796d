package io.guanxi.crm.transaction.service;

import static io.guanxi.crm.transaction.service.Fixture.ADA;
import static io.guanxi.crm.transaction.service.Fixture.NOW;
import static io.guanxi.crm.transaction.service.Fixture.line;
import static io.guanxi.crm.transaction.service.Fixture.order;
import static io.guanxi.crm.transaction.service.Fixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class OrderRulesTest {

    @Test
    public void textsMayFillTheirColumnsAndNotMore() {
        assertThat(errors(texts(0))).isEmpty();
        assertThat(errors(texts(1)))
                .containsExactly(
                        "number too-long",
                        "externalId too-long",
                        "lines[0].product too-long",
                        "lines[0].description too-long");
    }

    private static OrderData texts(int over) {
        OrderLine line = new OrderLine(
                "p".repeat(100 + over),
                Optional.of("d".repeat(500 + over)),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO);
        return with(
                order(ADA, OrderStatus.DRAFT, NOW, "CNY", line),
                Optional.of("n".repeat(40 + over)),
                Optional.of("e".repeat(100 + over)));
    }

    @Test
    public void numbersHaveLimits() {
        assertThat(errors(line("P", "999999999999.9999", "1", "0"))).isEmpty();
        assertThat(errors(line("P", "1000000000000", "1", "0"))).containsExactly("lines[0].quantity too-large");
        assertThat(errors(line("P", "1E+999999999", "1", "0"))).containsExactly("lines[0].quantity too-large");
        assertThat(errors(line("P", "1E-999999999", "1", "0"))).containsExactly("lines[0].quantity too-precise");
        assertThat(errors(line("P", "1.00010", "1", "0"))).isEmpty();
        assertThat(errors(line("P", "1", "1.00001", "0"))).containsExactly("lines[0].unitPrice too-precise");
        assertThat(errors(line("P", "999999999999", "999999999999", "0"))).containsExactly("lines too-large");
    }

    @Test
    public void signsMatter() {
        assertThat(errors(line("P", "-1", "0", "-1")))
                .containsExactly(
                        "lines[0].quantity not-positive",
                        "lines[0].unitPrice not-positive",
                        "lines[0].discount negative");
        assertThat(errors(line("P", "2", "5", "10"))).isEmpty();
        assertThat(errors(line("P", "2", "5", "10.01"))).containsExactly("lines[0].discount discount-too-large");
    }

    @Test
    public void onlyDraftsMayBeEmpty() {
        assertThat(errors(order(ADA, OrderStatus.DRAFT, NOW, "CNY"))).isEmpty();
        assertThat(errors(order(ADA, OrderStatus.CONFIRMED, NOW, "CNY"))).containsExactly("lines required");
    }

    @Test
    public void goldIsNoCurrency() {
        assertThat(errors(order(ADA, OrderStatus.DRAFT, NOW, "XAU", line("P", "1", "1", "0"))))
                .containsExactly("currency no-money");
    }

    @Test
    public void timesAreThoseOfThisAge() {
        assertThat(errors(order(ADA, OrderStatus.DRAFT, Instant.MAX, "CNY"))).containsExactly("orderedAt out-of-range");
        assertThat(errors(order(ADA, OrderStatus.DRAFT, Instant.MIN, "CNY"))).containsExactly("orderedAt out-of-range");
    }

    @Test
    public void noOrderIsEndless() {
        OrderLine[] lines =
                Collections.nCopies(10_001, line("P", "1", "1", "0")).toArray(OrderLine[]::new);

        assertThat(errors(order(ADA, OrderStatus.CONFIRMED, NOW, "CNY", lines))).containsExactly("lines too-many");
        assertThat(errors(order(ADA, OrderStatus.CONFIRMED, NOW, "CNY", Arrays.copyOf(lines, 10_000))))
                .isEmpty();
    }

    private static List<String> errors(OrderLine line) {
        return errors(order(ADA, OrderStatus.CONFIRMED, NOW, "CNY", line));
    }

    private static List<String> errors(OrderData data) {
        FieldErrors errors = new FieldErrors();
        OrderRules.clean(data, errors);
        return errors.found().stream().map(e -> e.field() + " " + e.code()).toList();
    }
}
