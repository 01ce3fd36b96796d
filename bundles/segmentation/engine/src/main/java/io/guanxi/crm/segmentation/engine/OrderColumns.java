package io.guanxi.crm.segmentation.engine;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one currency as columns that change in place, for a single writer. Readers get {@linkplain #snapshot()
 * snapshots}, which never change: a chunk of rows that a snapshot may read is copied before it is written to.
 */
public final class OrderColumns {

    private static final int NONE = -1;

    private final Long2IntOpenHashMap rows = new Long2IntOpenHashMap();
    private final Long2IntOpenHashMap customers = new Long2IntOpenHashMap();
    private long[] customerIds = new long[64];
    private Chunk[] chunks = new Chunk[0];
    private boolean[] mine = new boolean[0];
    private int size;
    private @Nullable OrderSnapshot latest;

    public OrderColumns() {
        rows.defaultReturnValue(NONE);
        customers.defaultReturnValue(NONE);
    }

    public int size() {
        return size;
    }

    public boolean contains(long order) {
        return rows.containsKey(order);
    }

    /**
     * Enters the order, or replaces what is known of it.
     *
     * @param orderedAt milliseconds since 1970 UTC
     * @param amount in ten-thousandths of the currency
     * @return whether anything changed
     */
    public boolean upsert(long order, long customer, long orderedAt, long amount) {
        int index = customerIndex(customer);
        int row = rows.putIfAbsent(order, size);
        if (row == NONE) {
            row = size;
            grow();
            size++;
        } else if (chunks[row >> Chunk.BITS].holds(row & Chunk.MASK, index, orderedAt, amount)) {
            return false;
        }
        writable(row).set(row & Chunk.MASK, order, index, orderedAt, amount);
        latest = null;
        return true;
    }

    /**
     * Takes the order out; the last row moves into its place.
     *
     * @return whether it was there
     */
    public boolean remove(long order) {
        int row = rows.remove(order);
        if (row == NONE) {
            return false;
        }
        size--;
        if (row != size) {
            Chunk from = chunks[size >> Chunk.BITS];
            int slot = size & Chunk.MASK;
            writable(row)
                    .set(
                            row & Chunk.MASK,
                            from.order[slot],
                            from.customer[slot],
                            from.orderedAt[slot],
                            from.amount[slot]);
            rows.put(from.order[slot], row);
        }
        latest = null;
        return true;
    }

    /** The rows as they are now, for any thread; the same object as long as nothing changes. */
    public OrderSnapshot snapshot() {
        OrderSnapshot snapshot = latest;
        if (snapshot == null) {
            int used = (size + Chunk.MASK) >> Chunk.BITS;
            snapshot = new OrderSnapshot(Arrays.copyOf(chunks, used), size, customerIds, customers.size());
            Arrays.fill(mine, false);
            latest = snapshot;
        }
        return snapshot;
    }

    private int customerIndex(long customer) {
        int index = customers.get(customer);
        if (index == NONE) {
            index = customers.size();
            customers.put(customer, index);
            if (index == customerIds.length) {
                customerIds = Arrays.copyOf(customerIds, index * 2);
            }
            customerIds[index] = customer;
        }
        return index;
    }

    private void grow() {
        int chunk = size >> Chunk.BITS;
        if (chunk == chunks.length) {
            int length = Math.max(4, chunk * 2);
            chunks = Arrays.copyOf(chunks, length);
            mine = Arrays.copyOf(mine, length);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new Chunk();
            mine[chunk] = true;
        }
    }

    private Chunk writable(int row) {
        int chunk = row >> Chunk.BITS;
        if (!mine[chunk]) {
            chunks[chunk] = chunks[chunk].copy();
            mine[chunk] = true;
        }
        return chunks[chunk];
    }
}
