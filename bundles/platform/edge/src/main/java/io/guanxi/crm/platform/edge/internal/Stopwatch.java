package io.guanxi.crm.platform.edge.internal;

/** Milliseconds, lap by lap. */
final class Stopwatch {

    private final long begin = System.nanoTime();
    private long lap = begin;

    long lap() {
        long now = System.nanoTime();
        long millis = (now - lap) / 1_000_000;
        lap = now;
        return millis;
    }

    long total() {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
