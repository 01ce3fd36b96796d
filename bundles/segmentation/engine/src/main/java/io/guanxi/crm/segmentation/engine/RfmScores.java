package io.guanxi.crm.segmentation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The scores of all customers as columns, in ascending order of customer ids; immutable. */
public final class RfmScores {

    private final int bins;
    private final long asOfDay;
    private final RfmTotals totals;
    private final long[] days;
    private final byte[] r;
    private final byte[] f;
    private final byte[] m;
    private final int[] byAmount;
    private final List<RfmCell> cells;

    RfmScores(int bins, long asOfDay, RfmTotals totals, long[] days, byte[] r, byte[] f, byte[] m, int[] byAmount) {
        this.bins = bins;
        this.asOfDay = asOfDay;
        this.totals = totals;
        this.days = days;
        this.r = r;
        this.f = f;
        this.m = m;
        this.byAmount = byAmount;
        this.cells = counted();
    }

    public int bins() {
        return bins;
    }

    /** Number of customers, which are the rows 0 to size − 1. */
    public int size() {
        return r.length;
    }

    public long customer(int row) {
        return totals.customer[row];
    }

    /** Recency score, {@code bins} for the latest buyers. */
    public int r(int row) {
        return r[row];
    }

    /** Frequency score, {@code bins} for those with the most orders. */
    public int f(int row) {
        return f[row];
    }

    /** Monetary score, {@code bins} for those who spent most. */
    public int m(int row) {
        return m[row];
    }

    /** Milliseconds since 1970 UTC. */
    public long lastOrderAt(int row) {
        return totals.last[row];
    }

    /** Calendar days from the last order to the reference day. */
    public long recency(int row) {
        return asOfDay - days[row];
    }

    /** Number of orders. */
    public int orders(int row) {
        return totals.count[row];
    }

    /** Sum of the orders in ten-thousandths of the currency. */
    public long amount(int row) {
        return totals.sum[row];
    }

    /** The row of a customer; empty where the customer bought nothing. */
    public OptionalInt rowOf(long customer) {
        int row = Arrays.binarySearch(totals.customer, customer);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** The row with so many customers ranked below it by (amount, customer id). */
    public int rowByAmount(int rank) {
        return byAmount[rank];
    }

    /** How many customers rank below this (amount, customer id), whether or not there is such a customer. */
    public int rankOf(long amount, long customer) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int row = byAmount[middle];
            boolean below = totals.sum[row] < amount || (totals.sum[row] == amount && totals.customer[row] < customer);
            if (below) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The cells that have customers, best first by r, then f, then m. */
    public List<RfmCell> cells() {
        return cells;
    }

    private List<RfmCell> counted() {
        int[] customers = new int[bins * bins * bins];
        long[] amounts = new long[customers.length];
        for (int row = 0; row < r.length; row++) {
            int cell = ((r[row] - 1) * bins + f[row] - 1) * bins + m[row] - 1;
            customers[cell]++;
            amounts[cell] = Math.addExact(amounts[cell], totals.sum[row]);
        }
        List<RfmCell> result = new ArrayList<>();
        for (int cell = customers.length - 1; cell >= 0; cell--) {
            if (customers[cell] > 0) {
                result.add(new RfmCell(
                        cell / (bins * bins) + 1,
                        cell / bins % bins + 1,
                        cell % bins + 1,
                        customers[cell],
                        amounts[cell]));
            }
        }
        return List.copyOf(result);
    }
}
