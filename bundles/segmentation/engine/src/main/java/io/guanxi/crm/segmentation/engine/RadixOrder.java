package io.guanxi.crm.segmentation.engine;

/**
 * Sorts indirectly by long keys: least significant digit first, so that it is stable and its time grows with the number of
 * rows and the width of the keys' range alone.
 */
final class RadixOrder {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;

    private RadixOrder() {}

    /** Positions of the keys in ascending order; equal keys stay in the order they had. */
    static int[] ascending(long[] keys) {
        int n = keys.length;
        int[] order = new int[n];
        long[] rest = new long[n];
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long key : keys) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        for (int i = 0; i < n; i++) {
            order[i] = i;
            rest[i] = keys[i] - min;
        }
        // a range wider than a signed long wraps into the unsigned one, which the shifts below respect
        int bits = n == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int[] nextOrder = new int[n];
        long[] nextRest = new long[n];
        for (int shift = 0; shift < bits; shift += DIGIT) {
            int[] at = starts(rest, shift);
            for (int i = 0; i < n; i++) {
                int to = at[digit(rest[i], shift)]++;
                nextOrder[to] = order[i];
                nextRest[to] = rest[i];
            }
            int[] usedOrder = order;
            order = nextOrder;
            nextOrder = usedOrder;
            long[] usedRest = rest;
            rest = nextRest;
            nextRest = usedRest;
        }
        return order;
    }

    private static int[] starts(long[] keys, int shift) {
        int[] starts = new int[BUCKETS];
        for (long key : keys) {
            starts[digit(key, shift)]++;
        }
        int sum = 0;
        for (int b = 0; b < BUCKETS; b++) {
            int count = starts[b];
            starts[b] = sum;
            sum += count;
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (BUCKETS - 1);
    }
}
