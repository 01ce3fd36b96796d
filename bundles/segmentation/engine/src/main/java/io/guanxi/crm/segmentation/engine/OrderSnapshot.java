package io.guanxi.crm.segmentation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Orders of one currency as they stood at one moment; immutable, for any number of readers at once. */
public final class OrderSnapshot {

    /** No orders. */
    public static final OrderSnapshot EMPTY = new OrderSnapshot(new Chunk[0], 0, new long[0], 0);

    private final Chunk[] chunks;
    private final int size;
    private final long[] customerIds;
    private final int customers;
    private final boolean part;

    /** @param customerIds grown at its end only, so that it may be shared with the writer */
    OrderSnapshot(Chunk[] chunks, int size, long[] customerIds, int customers) {
        this(chunks, size, customerIds, customers, false);
    }

    private OrderSnapshot(Chunk[] chunks, int size, long[] customerIds, int customers, boolean part) {
        this.part = part;
        this.chunks = chunks;
        this.size = size;
        this.customerIds = customerIds;
        this.customers = customers;
    }

    /** Takes orders as plain values: nothing is allocated per row. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long order, long customer, long orderedAt, long amount);
    }

    /** Number of orders. */
    public int size() {
        return size;
    }

    /** True where orders of some customers were left out. */
    public boolean isPart() {
        return part;
    }

    /** The orders of these customers only: a copy. */
    public OrderSnapshot of(LongPredicate some) {
        boolean[] kept = new boolean[customers];
        for (int i = 0; i < customers; i++) {
            kept[i] = some.test(customerIds[i]);
        }
        List<Chunk> copies = new ArrayList<>();
        int rows = 0;
        for (int c = 0; c < chunks.length; c++) {
            Chunk chunk = chunks[c];
            int n = rowsOf(c);
            for (int i = 0; i < n; i++) {
                if (kept[chunk.customer[i]]) {
                    int slot = rows++ & Chunk.MASK;
                    if (slot == 0) {
                        copies.add(new Chunk());
                    }
                    copies.get(copies.size() - 1)
                            .set(slot, chunk.order[i], chunk.customer[i], chunk.orderedAt[i], chunk.amount[i]);
                }
            }
        }
        return new OrderSnapshot(copies.toArray(new Chunk[0]), rows, customerIds, customers, true);
    }

    /** Visits every order, in no particular order. */
    public void forEach(Visitor visitor) {
        for (int c = 0; c < chunks.length; c++) {
            Chunk chunk = chunks[c];
            int n = rowsOf(c);
            for (int i = 0; i < n; i++) {
                visitor.visit(chunk.order[i], customerIds[chunk.customer[i]], chunk.orderedAt[i], chunk.amount[i]);
            }
        }
    }

    int chunks() {
        return chunks.length;
    }

    Chunk chunk(int index) {
        return chunks[index];
    }

    int rowsOf(int chunk) {
        return Math.min(Chunk.SIZE, size - (chunk << Chunk.BITS));
    }

    /** Customers are numbered from 0 within a snapshot; some of them may have no order left. */
    int customers() {
        return customers;
    }

    long customerId(int index) {
        return customerIds[index];
    }
}
