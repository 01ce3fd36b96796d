package io.guanxi.crm.segmentation.engine;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Recency, frequency, monetary value, after Arthur Hughes, <i>Strategic Database Marketing</i> (1994): customers are
 * sorted by each value and cut into equal parts, best part last.
 *
 * <ul>
 *   <li>An order counts where it was placed before the end of the reference day in the given zone.
 *   <li>Recency is the number of calendar days from the day of the last counted order to the reference day, frequency the
 *       number of counted orders, monetary value their exact sum.
 *   <li>Each of the three is scored by itself: customers are sorted by (value from worst to best, customer id), rank 0
 *       first, and {@code score = floor(rank × bins / customers) + 1}. The parts differ by at most one customer, equal
 *       values are told apart by customer id alone, and a customer's score never depends on the order of the rows. With
 *       fewer customers than bins some scores are given to nobody.
 * </ul>
 *
 * Hughes cuts frequency within each recency part, and monetary value within those; here the three are independent, the
 * form that is common today.
 */
public final class RfmScoring {

    public static final int MIN_BINS = 2;
    public static final int MAX_BINS = 9;
    public static final int DEFAULT_BINS = 5;

    /** A grid of more days than this is dearer than asking the zone for each customer. */
    private static final long WIDEST_GRID = 200_000;

    private RfmScoring() {}

    /**
     * Scores every customer with a counted order.
     *
     * @throws IllegalArgumentException where bins are not {@value #MIN_BINS} to {@value #MAX_BINS}
     * @throws ArithmeticException where a sum exceeds a long; nothing wraps around
     */
    public static RfmScores score(OrderSnapshot orders, LocalDate asOf, ZoneId zone, int bins) {
        if (bins < MIN_BINS || bins > MAX_BINS) {
            throw new IllegalArgumentException("bins must be " + MIN_BINS + " to " + MAX_BINS + ": " + bins);
        }
        RfmTotals totals = new RfmTotals(orders, TimeGrid.start(asOf.plusDays(1), zone));
        long[] days = days(totals.last, zone);
        int[] byAmount = RadixOrder.ascending(totals.sum);
        byte[] r = scores(RadixOrder.ascending(days), bins);
        byte[] f = scores(RadixOrder.ascending(widened(totals.count)), bins);
        byte[] m = scores(byAmount, bins);
        return new RfmScores(bins, asOf.toEpochDay(), totals, days, r, f, m, byAmount);
    }

    private static byte[] scores(int[] worstFirst, int bins) {
        int n = worstFirst.length;
        byte[] scores = new byte[n];
        for (int rank = 0; rank < n; rank++) {
            scores[worstFirst[rank]] = (byte) ((long) rank * bins / n + 1);
        }
        return scores;
    }

    private static long[] days(long[] instants, ZoneId zone) {
        long[] days = new long[instants.length];
        if (instants.length == 0) {
            return days;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long at : instants) {
            min = Math.min(min, at);
            max = Math.max(max, at);
        }
        LocalDate first = TimeGrid.day(min, zone);
        LocalDate last = TimeGrid.day(max, zone);
        if (last.toEpochDay() - first.toEpochDay() > WIDEST_GRID) {
            for (int i = 0; i < days.length; i++) {
                days[i] = TimeGrid.day(instants[i], zone).toEpochDay();
            }
            return days;
        }
        TimeGrid grid = TimeGrid.days(first, last, zone);
        for (int i = 0; i < days.length; i++) {
            days[i] = first.toEpochDay() + grid.indexOf(instants[i]);
        }
        return days;
    }

    private static long[] widened(int[] values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
