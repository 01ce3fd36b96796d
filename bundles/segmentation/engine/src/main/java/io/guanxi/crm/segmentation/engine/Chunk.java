package io.guanxi.crm.segmentation.engine;

/** A run of rows, the unit that is copied before it is changed where a snapshot may still read it. */
final class Chunk {

    static final int BITS = 12;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    final long[] order;
    final int[] customer;
    final long[] orderedAt;
    final long[] amount;

    Chunk() {
        this(new long[SIZE], new int[SIZE], new long[SIZE], new long[SIZE]);
    }

    private Chunk(long[] order, int[] customer, long[] orderedAt, long[] amount) {
        this.order = order;
        this.customer = customer;
        this.orderedAt = orderedAt;
        this.amount = amount;
    }

    Chunk copy() {
        return new Chunk(order.clone(), customer.clone(), orderedAt.clone(), amount.clone());
    }

    void set(int slot, long newOrder, int newCustomer, long newOrderedAt, long newAmount) {
        order[slot] = newOrder;
        customer[slot] = newCustomer;
        orderedAt[slot] = newOrderedAt;
        amount[slot] = newAmount;
    }

    boolean holds(int slot, int sameCustomer, long sameOrderedAt, long sameAmount) {
        return customer[slot] == sameCustomer && orderedAt[slot] == sameOrderedAt && amount[slot] == sameAmount;
    }
}
