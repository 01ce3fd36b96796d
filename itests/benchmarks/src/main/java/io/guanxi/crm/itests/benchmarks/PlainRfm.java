package io.guanxi.crm.itests.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFM as one would write it first: objects in a hash map, library sorts. */
final class PlainRfm {

    record Order(long id, long customer, long orderedAt, long amount) {}

    static final class Customer {
        final long id;
        long last = Long.MIN_VALUE;
        int orders;
        long sum;
        long recency;
        int r;
        int f;
        int m;

        Customer(long id) {
            this.id = id;
        }

        long recency() {
            return recency;
        }

        int orders() {
            return orders;
        }

        long sum() {
            return sum;
        }

        long id() {
            return id;
        }
    }

    private PlainRfm() {}

    static List<Customer> score(List<Order> orders, LocalDate asOf, ZoneId zone, int bins) {
        long end = asOf.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        Map<Long, Customer> customers = new HashMap<>();
        for (Order order : orders) {
            if (order.orderedAt() < end) {
                Customer customer = customers.computeIfAbsent(order.customer(), Customer::new);
                customer.last = Math.max(customer.last, order.orderedAt());
                customer.orders++;
                customer.sum = Math.addExact(customer.sum, order.amount());
            }
        }
        List<Customer> all = new ArrayList<>(customers.values());
        for (Customer customer : all) {
            LocalDate day = Instant.ofEpochMilli(customer.last).atZone(zone).toLocalDate();
            customer.recency = ChronoUnit.DAYS.between(day, asOf);
        }
        Collections.sort(
                all, Comparator.comparingLong(Customer::recency).reversed().thenComparingLong(Customer::id));
        for (int rank = 0; rank < all.size(); rank++) {
            all.get(rank).r = bin(rank, bins, all.size());
        }
        Collections.sort(all, Comparator.comparingInt(Customer::orders).thenComparingLong(Customer::id));
        for (int rank = 0; rank < all.size(); rank++) {
            all.get(rank).f = bin(rank, bins, all.size());
        }
        Collections.sort(all, Comparator.comparingLong(Customer::sum).thenComparingLong(Customer::id));
        for (int rank = 0; rank < all.size(); rank++) {
            all.get(rank).m = bin(rank, bins, all.size());
        }
        return all;
    }

    private static int bin(int rank, int bins, int size) {
        return (int) ((long) rank * bins / size) + 1;
    }
}
