package io.guanxi.crm.segmentation.engine;

/** Last order, number and sum per customer with an order before the end, in ascending order of customer ids. */
final class RfmTotals {

    /** Values of one customer lie side by side: one cache miss per order instead of three. */
    private static final int STRIDE = 4;

    private static final int LAST = 0;
    private static final int COUNT = 1;
    private static final int SUM = 2;

    final long[] customer;
    final long[] last;
    final int[] count;
    final long[] sum;

    RfmTotals(OrderSnapshot orders, long end) {
        long[] totals = totals(orders, end);
        int n = 0;
        for (int c = 0; c < orders.customers(); c++) {
            if (totals[c * STRIDE + COUNT] > 0) {
                n++;
            }
        }
        long[] ids = new long[n];
        int[] index = new int[n];
        int i = 0;
        for (int c = 0; c < orders.customers(); c++) {
            if (totals[c * STRIDE + COUNT] > 0) {
                ids[i] = orders.customerId(c);
                index[i++] = c;
            }
        }
        int[] byId = RadixOrder.ascending(ids);
        customer = new long[n];
        last = new long[n];
        count = new int[n];
        sum = new long[n];
        for (int row = 0; row < n; row++) {
            int base = index[byId[row]] * STRIDE;
            customer[row] = ids[byId[row]];
            last[row] = totals[base + LAST];
            count[row] = (int) totals[base + COUNT];
            sum[row] = totals[base + SUM];
        }
    }

    private static long[] totals(OrderSnapshot orders, long end) {
        long[] totals = new long[Math.multiplyExact(orders.customers(), STRIDE)];
        for (int c = 0; c < orders.chunks(); c++) {
            Chunk chunk = orders.chunk(c);
            int n = orders.rowsOf(c);
            for (int i = 0; i < n; i++) {
                long at = chunk.orderedAt[i];
                if (at < end) {
                    int base = chunk.customer[i] * STRIDE;
                    totals[base + LAST] = totals[base + COUNT]++ == 0 ? at : Math.max(totals[base + LAST], at);
                    totals[base + SUM] = Math.addExact(totals[base + SUM], chunk.amount[i]);
                }
            }
        }
        return totals;
    }
}
