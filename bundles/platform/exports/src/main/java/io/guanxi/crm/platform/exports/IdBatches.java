package io.guanxi.crm.platform.exports;

/**
 * Which records are exported, in which order. A batch is asked for once the one before has been sent: a slow client holds
 * neither memory nor a connection, and one that hangs up ends the query.
 */
@FunctionalInterface
public interface IdBatches {

    /** Most ids of a batch. */
    int SIZE = 2000;

    /** The next ids; none where all were given. */
    long[] next();
}
