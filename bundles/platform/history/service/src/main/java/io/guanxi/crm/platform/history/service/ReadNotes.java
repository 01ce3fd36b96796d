package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.history.service.ActWriter.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts of reading on their way into the database: a read doesn't wait for them, a thread of their own writes them in
 * batches. Where more come than can be kept, whoever reads writes them: none is left out while the node lives.
 */
final class ReadNotes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadNotes.class);
    private static final int MOST = 5000;
    private static final int BATCH = 500;
    private static final long PAUSE_MS = 500;

    private final BlockingQueue<Done> waiting = new ArrayBlockingQueue<>(MOST);
    private final Consumer<List<Done>> writer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread own = new Thread(work, "crm-audit-reads");
        own.setDaemon(true);
        return own;
    });

    private final ScheduledFuture<?> ticks;

    ReadNotes(Consumer<List<Done>> writer) {
        this.writer = writer;
        this.ticks = thread.scheduleWithFixedDelay(this::tryToWrite, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    void add(Done act) {
        if (!waiting.offer(act)) {
            write();
            if (!waiting.offer(act)) {
                writer.accept(List.of(act));
            }
        }
    }

    private void tryToWrite() {
        try {
            write();
        } catch (RuntimeException e) { // the database is away: they wait for its return
            LOG.warn("acts of reading can't be written now, {} wait", waiting.size(), e);
        }
    }

    /** Writes all that waits. What can't be written goes on to wait. */
    synchronized void write() {
        while (!waiting.isEmpty()) {
            List<Done> some = new ArrayList<>();
            waiting.stream().limit(BATCH).forEach(some::add);
            writer.accept(some);
            // nobody else takes any
            for (int i = 0; i < some.size(); i++) {
                waiting.remove();
            }
        }
    }

    @Override
    public void close() {
        ticks.cancel(false);
        thread.shutdown();
        tryToWrite();
    }
}
