package io.guanxi.crm.sampledata;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;

public class SampleGeneratorTest {

    private static final List<SampleCustomer> ALL = SampleGenerator.customers().toList();

    @Test
    public void isAlwaysTheSame() {
        assertThat(SampleGenerator.customers().toList()).isEqualTo(ALL);
    }

    @Test
    public void hasTheNumbersItPromises() {
        assertThat(ALL).hasSize(2_000);
        assertThat(ALL.stream().mapToInt(c -> c.orders().size()).sum()).isEqualTo(20_000);
        assertThat(new HashSet<>(ALL.stream()
                        .flatMap(c -> c.orders().stream())
                        .map(SampleOrder::externalId)
                        .toList()))
                .hasSize(20_000);
    }

    @Test
    public void aFifthOfTheCustomersBringsMostOfTheRevenue() {
        List<BigDecimal> revenue = ALL.stream()
                .map(c -> c.orders().stream()
                        .flatMap(o -> o.lines().stream())
                        .map(OrderLine::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .sorted(Comparator.reverseOrder())
                .toList();
        BigDecimal all = revenue.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal top = revenue.stream().limit(400).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(top.doubleValue() / all.doubleValue()).isBetween(0.55, 0.9);
    }

    @Test
    public void sellsMoreInNovemberThanInFebruary() {
        Map<Integer, Long> months = ALL.stream()
                .flatMap(c -> c.orders().stream())
                .collect(Collectors.groupingBy(
                        o -> o.orderedAt().atOffset(ZoneOffset.ofHours(8)).getMonthValue(), Collectors.counting()));

        assertThat(months.getOrDefault(11, 0L)).isGreaterThan(2 * months.getOrDefault(2, 0L));
    }

    @Test
    public void hasEveryKindOfThingThatPagesShow() {
        assertThat(ALL).extracting(c -> c.data().kind()).contains(CustomerKind.COMPANY, CustomerKind.PERSON);
        assertThat(ALL.stream().flatMap(c -> c.orders().stream()))
                .extracting(SampleOrder::status)
                .contains(OrderStatus.values());
        assertThat(ALL).anyMatch(c -> c.orders().isEmpty());
        assertThat(ALL).anyMatch(c -> c.data().name().matches("[A-Za-z .]+"));
    }

    @Test
    public void everyLineCanBeSold() {
        assertThat(ALL.stream().flatMap(c -> c.orders().stream()).flatMap(o -> o.lines().stream()))
                .allMatch(line -> line.amount().signum() >= 0
                        && line.quantity().signum() > 0
                        && line.unitPrice().signum() > 0);
    }
}
