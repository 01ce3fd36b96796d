package io.guanxi.crm.platform.imports.service;

/** How often each of many 64-bit hashes occurred, in twelve bytes a slot: a million keys take about 25 MB. */
final class LongCounts {

    private long[] keys = new long[1024];
    private int[] counts = new int[1024];
    private int size;

    /** Counts one more; how many it is now. */
    int add(long key) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int slot = slot(keys, counts, key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        return ++counts[slot];
    }

    int get(long key) {
        return counts[slot(keys, counts, key)];
    }

    private static int slot(long[] keys, int[] counts, long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] wider = new long[keys.length * 2];
        int[] widerCounts = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                int slot = slot(wider, widerCounts, keys[i]);
                wider[slot] = keys[i];
                widerCounts[slot] = counts[i];
            }
        }
        keys = wider;
        counts = widerCounts;
    }
}
