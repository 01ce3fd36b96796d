package io.guanxi.crm.platform.edge.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for every request. It is written by a thread of its own: a request never waits for a disk, and where lines come
 * faster than they can be written some are left out, and counted.
 */
final class RequestLog implements AutoCloseable {

    static final String NAME = "io.guanxi.crm.access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final int LONGEST = 10_000;

    private final BlockingQueue<Entry> entries = new ArrayBlockingQueue<>(LONGEST);
    private final AtomicLong left = new AtomicLong();
    private final BooleanSupplier wanted;
    private final Consumer<Entry> out;
    private final Thread writer = new Thread(this::write, "crm-request-log");

    RequestLog() {
        this(LOG::isInfoEnabled, RequestLog::log);
    }

    RequestLog(BooleanSupplier wanted, Consumer<Entry> out) {
        this.wanted = wanted;
        this.out = out;
        writer.setDaemon(true);
        writer.start();
    }

    /** One request; the path without its query, which may hold names and numbers of people. */
    record Entry(String id, String caller, String method, String path, int status, long millis, long bytes) {}

    void add(Entry entry) {
        if (wanted.getAsBoolean() && !entries.offer(entry)) {
            left.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (true) {
                out.accept(entries.take());
                long missing = left.getAndSet(0);
                if (missing > 0) {
                    LOG.warn("{} requests are not in this log: they came faster than it is written", missing);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void log(Entry entry) {
        LOG.info(
                "{} {} {} {} {} {} ms {} bytes",
                entry.id,
                entry.caller,
                entry.method,
                entry.path,
                entry.status,
                entry.millis,
                entry.bytes);
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
