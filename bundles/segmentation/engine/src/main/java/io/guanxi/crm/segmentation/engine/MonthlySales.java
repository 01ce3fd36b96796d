package io.guanxi.crm.segmentation.engine;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders by the month in which they were placed. */
public final class MonthlySales {

    private MonthlySales() {}

    /**
     * A month.
     *
     * @param amount sum of the orders in ten-thousandths of the currency
     * @param customers how many different ones ordered
     */
    public record Month(YearMonth month, long amount, int orders, int customers) {}

    /** First and last month with an order. */
    public record Span(YearMonth first, YearMonth last) {}

    /** Empty where there are no orders. */
    public static Optional<Span> span(OrderSnapshot orders, ZoneId zone) {
        if (orders.size() == 0) {
            return Optional.empty();
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int c = 0; c < orders.chunks(); c++) {
            long[] orderedAt = orders.chunk(c).orderedAt;
            int n = orders.rowsOf(c);
            for (int i = 0; i < n; i++) {
                min = Math.min(min, orderedAt[i]);
                max = Math.max(max, orderedAt[i]);
            }
        }
        return Optional.of(new Span(YearMonth.from(TimeGrid.day(min, zone)), YearMonth.from(TimeGrid.day(max, zone))));
    }

    /**
     * Every month from the first to the last, those without orders too.
     *
     * @throws ArithmeticException where a sum exceeds a long; nothing wraps around
     */
    public static List<Month> of(OrderSnapshot orders, YearMonth first, YearMonth last, ZoneId zone) {
        TimeGrid grid = TimeGrid.months(first, last, zone);
        long start = TimeGrid.start(first.atDay(1), zone);
        long end = TimeGrid.start(last.plusMonths(1).atDay(1), zone);
        int months = grid.indexOf(end) + 1;
        Sums sums = new Sums(months, orders.customers());
        for (int c = 0; c < orders.chunks(); c++) {
            Chunk chunk = orders.chunk(c);
            int n = orders.rowsOf(c);
            for (int i = 0; i < n; i++) {
                long at = chunk.orderedAt[i];
                if (at >= start && at < end) {
                    sums.add(grid.indexOf(at), chunk.customer[i], chunk.amount[i]);
                }
            }
        }
        List<Month> result = new ArrayList<>(months);
        for (int i = 0; i < months; i++) {
            result.add(sums.month(i, first.plusMonths(i)));
        }
        return List.copyOf(result);
    }

    /** A bit per customer and month that has orders tells the different ones apart in one pass. */
    private static final class Sums {
        private final long[] amount;
        private final int[] orders;
        private final int[] customers;
        private final @Nullable BitSet[] seen;
        private final int allCustomers;

        Sums(int months, int allCustomers) {
            amount = new long[months];
            orders = new int[months];
            customers = new int[months];
            seen = new BitSet[months];
            this.allCustomers = allCustomers;
        }

        void add(int month, int customer, long sum) {
            amount[month] = Math.addExact(amount[month], sum);
            orders[month]++;
            BitSet bits = seen[month];
            if (bits == null) {
                bits = new BitSet(allCustomers);
                seen[month] = bits;
            }
            if (!bits.get(customer)) {
                bits.set(customer);
                customers[month]++;
            }
        }

        Month month(int index, YearMonth month) {
            return new Month(month, amount[index], orders[index], customers[index]);
        }
    }
}
