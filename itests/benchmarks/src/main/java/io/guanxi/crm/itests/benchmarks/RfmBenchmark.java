package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.segmentation.engine.MonthlySales;
import io.guanxi.crm.segmentation.engine.OrderColumns;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import io.guanxi.crm.segmentation.engine.RfmScores;
import io.guanxi.crm.segmentation.engine.RfmScoring;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** RFM over a million customers with ten million orders: columns beside objects. */
final class RfmBenchmark {

    private static final int CUSTOMERS = 1_000_000;
    private static final int ORDERS = 10_000_000;
    private static final int BINS = 5;
    private static final int WARM_UP = 3;
    private static final int MEASURED = 7;
    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    void run() {
        GeneratedOrders orders = new GeneratedOrders(CUSTOMERS, ORDERS);
        Table table = new Table("what", "columns, ms", "plain loop, ms", "times as fast");

        long before = used();
        long start = System.nanoTime();
        OrderColumns columns = new OrderColumns();
        for (int i = 0; i < orders.size(); i++) {
            columns.upsert(orders.id(i), orders.customer[i], orders.orderedAt[i], orders.amount[i]);
        }
        OrderSnapshot snapshot = columns.snapshot();
        double loaded = millisSince(start);
        long columnBytes = used() - before;

        before = used();
        start = System.nanoTime();
        List<PlainRfm.Order> objects = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            objects.add(new PlainRfm.Order(orders.id(i), orders.customer[i], orders.orderedAt[i], orders.amount[i]));
        }
        double listed = millisSince(start);
        long objectBytes = used() - before;

        check(RfmScoring.score(snapshot, AS_OF, ZONE, BINS), PlainRfm.score(objects, AS_OF, ZONE, BINS));
        table.row("into memory, once", Table.millis(loaded), Table.millis(listed), Table.ratio(listed / loaded));
        double scored = median(() -> RfmScoring.score(snapshot, AS_OF, ZONE, BINS));
        double plain = median(() -> PlainRfm.score(objects, AS_OF, ZONE, BINS));
        table.row("**RFM scores of all**", Table.millis(scored), Table.millis(plain), Table.ratio(plain / scored));
        double months = median(() -> MonthlySales.of(snapshot, YearMonth.of(2016, 1), YearMonth.of(2025, 12), ZONE));
        table.row("revenue of 120 months, orders, different customers", Table.millis(months), "", "");
        double changed = median(() -> change(columns, orders));
        table.row("1,000 orders changed, new snapshot", Table.millis(changed), "", "");
        table.print("RFM: %,d customers, %,d orders".formatted(orders.customers(), orders.size()));
        System.out.printf(
                "Bytes per order: columns %d with the map of order ids, objects %d.%n",
                columnBytes / ORDERS, objectBytes / ORDERS);
    }

    private static OrderSnapshot change(OrderColumns columns, GeneratedOrders orders) {
        for (int i = 0; i < 1_000; i++) {
            int order = i * 9_973 % ORDERS;
            columns.upsert(
                    orders.id(order), orders.customer[order], orders.orderedAt[order], System.nanoTime() & 0xffff);
        }
        return columns.snapshot();
    }

    private static void check(RfmScores columns, List<PlainRfm.Customer> plain) {
        if (columns.size() != plain.size()) {
            throw new IllegalStateException(columns.size() + " customers instead of " + plain.size());
        }
        for (PlainRfm.Customer customer : plain) {
            int row = columns.rowOf(customer.id).orElseThrow();
            boolean same = columns.r(row) == customer.r
                    && columns.f(row) == customer.f
                    && columns.m(row) == customer.m
                    && columns.amount(row) == customer.sum
                    && columns.recency(row) == customer.recency;
            if (!same) {
                throw new IllegalStateException("customer " + customer.id + " is scored differently");
            }
        }
    }

    private static double median(Supplier<?> work) {
        double[] times = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            System.gc();
            long start = System.nanoTime();
            Objects.requireNonNull(work.get());
            double millis = millisSince(start);
            if (i >= 0) {
                times[i] = millis;
            }
        }
        Arrays.sort(times);
        return times[MEASURED / 2];
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
