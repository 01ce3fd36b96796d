package io.guanxi.crm.itests.benchmarks;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Orders as a shop has them: some customers buy often, most seldom; ten years; always the same. */
final class GeneratedOrders {

    private static final long START = Instant.parse("2016-01-01T00:00:00Z").toEpochMilli();
    private static final long YEARS = 3_650L * 86_400_000;

    final long[] customer;
    final long[] orderedAt;
    final long[] amount;

    GeneratedOrders(int customers, int orders) {
        customer = new long[orders];
        orderedAt = new long[orders];
        amount = new long[orders];
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < orders; i++) {
            // everybody once, then the square root skews towards the low ids
            double place = i < customers ? (double) i / customers : Math.pow(random.nextDouble(), 2);
            customer[i] = 1_000 + 7 * (long) (place * customers);
            orderedAt[i] = START + random.nextLong(YEARS);
            amount[i] = 10_000 + 100 * (long) Math.exp(random.nextDouble() * 11);
        }
    }

    int size() {
        return customer.length;
    }

    /** The ids of the orders; they start at 1, as in a ledger. */
    long id(int index) {
        return index + 1L;
    }

    long customers() {
        return Arrays.stream(customer).distinct().count();
    }
}
