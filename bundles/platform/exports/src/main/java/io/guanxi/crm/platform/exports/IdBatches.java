package io.guanxi.crm.platform.exports;

import java.util.Arrays;

/**
 * Which records are exported, in which order. A batch is asked for while the one before is being sent, and no further ones: a
 * slow client holds two batches and no connection, and one that hangs up ends the query.
 */
@FunctionalInterface
public interface IdBatches {

    /** Most ids of a batch. */
    int SIZE = 2000;

    /** The next ids; none where all were given. */
    long[] next();

    /** These ids and no more. */
    static IdBatches of(long... ids) {
        int[] position = {0};
        return () -> {
            int from = position[0];
            position[0] = Math.min(ids.length, from + SIZE);
            return Arrays.copyOfRange(ids, from, position[0]);
        };
    }
}
