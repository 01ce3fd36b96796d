package io.guanxi.crm.segmentation.engine;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definition of the scores written down with objects and library sorts, to compare with. */
final class PlainRfm {

    record Order(long id, long customer, long orderedAt, long amount) {}

    record Score(long customer, long recency, int orders, BigInteger amount, long lastOrderAt, int r, int f, int m) {}

    private PlainRfm() {}

    static List<Score> of(List<Order> orders, LocalDate asOf, ZoneId zone, int bins) {
        Map<Long, List<Order>> byCustomer = new TreeMap<>();
        for (Order order : orders) {
            LocalDate day = Instant.ofEpochMilli(order.orderedAt()).atZone(zone).toLocalDate();
            if (!day.isAfter(asOf)) {
                byCustomer
                        .computeIfAbsent(order.customer(), id -> new ArrayList<>())
                        .add(order);
            }
        }
        List<Score> scores = new ArrayList<>();
        byCustomer.forEach((customer, theirs) -> {
            long last = theirs.stream().mapToLong(Order::orderedAt).max().orElseThrow();
            LocalDate day = Instant.ofEpochMilli(last).atZone(zone).toLocalDate();
            BigInteger sum = theirs.stream()
                    .map(order -> BigInteger.valueOf(order.amount()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            scores.add(new Score(customer, ChronoUnit.DAYS.between(day, asOf), theirs.size(), sum, last, 0, 0, 0));
        });
        Map<Long, Integer> r =
                ranked(scores, Comparator.comparing(Score::recency).reversed().thenComparing(Score::customer), bins);
        Map<Long, Integer> f =
                ranked(scores, Comparator.comparing(Score::orders).thenComparing(Score::customer), bins);
        Map<Long, Integer> m =
                ranked(scores, Comparator.comparing(Score::amount).thenComparing(Score::customer), bins);
        return scores.stream()
                .map(s -> new Score(
                        s.customer(),
                        s.recency(),
                        s.orders(),
                        s.amount(),
                        s.lastOrderAt(),
                        r.getOrDefault(s.customer(), 0),
                        f.getOrDefault(s.customer(), 0),
                        m.getOrDefault(s.customer(), 0)))
                .toList();
    }

    private static Map<Long, Integer> ranked(List<Score> scores, Comparator<Score> worstFirst, int bins) {
        List<Score> sorted = scores.stream().sorted(worstFirst).toList();
        Map<Long, Integer> ranks = new TreeMap<>();
        for (int rank = 0; rank < sorted.size(); rank++) {
            ranks.put(sorted.get(rank).customer(), (int) Math.floor((double) rank * bins / sorted.size()) + 1);
        }
        return ranks;
    }
}
