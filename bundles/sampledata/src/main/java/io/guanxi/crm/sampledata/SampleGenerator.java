package io.guanxi.crm.sampledata;

import io.guanxi.crm.customer.CustomerData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sample data: always the same, whenever and wherever they are made. A fifth of the customers places most of the orders,
 * as in real trade.
 */
final class SampleGenerator {

    static final int CUSTOMERS = 2_000;
    static final int ORDERS = 20_000;

    private static final long SEED = 20_260_630L;
    private static final double SKEW = 0.85;
    /** One of so many customers has not bought yet. */
    private static final int PROSPECTS = 7;

    private SampleGenerator() {}

    /** All customers with what hangs on them, by number from 1. */
    static Stream<SampleCustomer> customers() {
        Random random = new Random(SEED);
        int[] orders = ordersPerCustomer(random);
        Calendar calendar = new Calendar(random);
        Customers customers = new Customers(random);
        Orders made = new Orders(random, calendar);
        Interactions talks = new Interactions(random, calendar);
        return IntStream.rangeClosed(1, CUSTOMERS).mapToObj(number -> {
            boolean english = random.nextInt(20) == 0;
            int count = orders[number - 1];
            CustomerData data = customers.customer(number, english, count > 0);
            LocalDate since = Calendar.FIRST.plusDays((long) (1400 * Math.pow(random.nextDouble(), 1.6)));
            double spend = Math.exp(random.nextGaussian() * 0.7);
            return new SampleCustomer(
                    data,
                    Currency.getInstance(english ? "USD" : "CNY"),
                    spend,
                    customers.persons(english, data.kind()),
                    made.of(count, since, spend),
                    talks.of(1 + random.nextInt(5), since));
        });
    }

    /** Shares by a power of the rank, dealt out in random order; they add up to {@value #ORDERS}. */
    private static int[] ordersPerCustomer(Random random) {
        int buyers = CUSTOMERS - CUSTOMERS / PROSPECTS;
        double[] weights = IntStream.rangeClosed(1, buyers)
                .mapToDouble(rank -> Math.pow(rank + 10, -SKEW))
                .toArray();
        double all = Arrays.stream(weights).sum();
        int[] orders = new int[CUSTOMERS];
        double carried = 0;
        int dealt = 0;
        for (int i = 0; i < buyers; i++) {
            carried += ORDERS * weights[i] / all;
            orders[i] = Math.max(1, (int) Math.round(carried) - dealt);
            dealt += orders[i];
        }
        orders[0] += ORDERS - dealt;
        shuffle(orders, random);
        return orders;
    }

    private static void shuffle(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
