package io.guanxi.crm.platform.idempotency.service;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes old replies away, every ten minutes. */
final class Purge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final IntSupplier work;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "crm-idempotency-purge");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> schedule;

    Purge(IntSupplier work) {
        this.work = work;
        this.schedule = clock.scheduleWithFixedDelay(this::run, 10, 10, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            int purged = work.getAsInt();
            LOG.debug("{} replies were older than they are kept", purged);
        } catch (RuntimeException e) {
            // Thrown on, it would end the schedule.
            LOG.warn("old replies were not purged, the next attempt is in ten minutes", e);
        }
    }

    @Override
    public void close() {
        schedule.cancel(true);
        clock.shutdownNow();
    }
}
