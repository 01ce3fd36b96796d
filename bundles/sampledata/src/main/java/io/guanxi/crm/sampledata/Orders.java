package io.guanxi.crm.sampledata;

import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Makes up what the customers buy. */
final class Orders {

    private record Product(String code, String name, int price) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("P-1001", "龙井茶礼盒", 268),
            new Product("P-1002", "铁观音 250 g", 128),
            new Product("P-1003", "普洱茶饼", 358),
            new Product("P-2001", "办公椅", 699),
            new Product("P-2002", "升降桌", 1899),
            new Product("P-2003", "文件柜", 899),
            new Product("P-3001", "激光打印机", 1599),
            new Product("P-3002", "墨盒套装", 329),
            new Product("P-3003", "复印纸 5 包", 119),
            new Product("P-4001", "会议平板", 8999),
            new Product("P-4002", "投影仪", 4299),
            new Product("P-4003", "无线麦克风", 459),
            new Product("P-5001", "年度维护服务", 2400),
            new Product("P-5002", "上门安装", 180));

    private final Random random;
    private final Calendar calendar;
    private int number;

    Orders(Random random, Calendar calendar) {
        this.random = random;
        this.calendar = calendar;
    }

    /** So many orders of one customer, oldest first. */
    List<SampleOrder> of(int count, LocalDate since, double spend) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(calendar.dayFrom(since));
        }
        return days.stream().sorted().map(day -> order(day, spend)).toList();
    }

    private SampleOrder order(LocalDate day, double spend) {
        Instant at = calendar.workingTime(day);
        OrderStatus status = status(day);
        boolean confirmed = status == OrderStatus.CONFIRMED;
        return new SampleOrder(
                String.format(Locale.ROOT, "SAMPLE-O-%06d", ++number),
                at,
                status,
                lines(spend),
                confirmed ? deliveries(day, at) : List.of(),
                confirmed ? shares(day) : List.of(),
                Names.pick(random, List.of(Payment.Method.values())));
    }

    private OrderStatus status(LocalDate day) {
        int dice = random.nextInt(100);
        if (dice < 4) {
            return OrderStatus.CANCELLED;
        }
        boolean recent = day.isAfter(Calendar.LAST.minusDays(45));
        return recent && dice < 20 ? OrderStatus.DRAFT : OrderStatus.CONFIRMED;
    }

    private List<OrderLine> lines(double spend) {
        List<OrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Product product = Names.pick(random, PRODUCTS);
            BigDecimal quantity = BigDecimal.valueOf(1 + (long) (random.nextInt(6) * spend));
            BigDecimal price = BigDecimal.valueOf(product.price() * 100L + random.nextInt(100), 2);
            BigDecimal discount = random.nextInt(5) == 0
                    ? price.multiply(quantity).movePointLeft(1).setScale(2, java.math.RoundingMode.DOWN)
                    : BigDecimal.ZERO;
            lines.add(new OrderLine(product.code(), Optional.of(product.name()), quantity, price, discount));
        }
        return lines;
    }

    private List<Instant> deliveries(LocalDate day, Instant at) {
        if (day.isAfter(Calendar.LAST.minusDays(5))) {
            return List.of();
        }
        Instant first = at.plus(1 + random.nextInt(4), ChronoUnit.DAYS);
        return random.nextInt(6) == 0 ? List.of(first, first.plus(7, ChronoUnit.DAYS)) : List.of(first);
    }

    /** Percent of the total; most pay at once, some in two parts, some still owe. */
    private List<Integer> shares(LocalDate day) {
        if (day.isAfter(Calendar.LAST.minusDays(14))) {
            return List.of();
        }
        int dice = random.nextInt(100);
        if (dice < 82) {
            return List.of(100);
        }
        return dice < 93 ? List.of(30, 70) : List.of(50);
    }
}
