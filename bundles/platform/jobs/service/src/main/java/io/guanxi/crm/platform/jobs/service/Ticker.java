package io.guanxi.crm.platform.jobs.service;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clock for all jobs of the node. */
final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final Runner runner;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "crm-jobs-clock");
        thread.setDaemon(true);
        return thread;
    });

    Ticker(Runner runner) {
        this.runner = runner;
    }

    void start() {
        Future<?> unused = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Ticks now. */
    void hurry() {
        try {
            clock.execute(this::tick);
        } catch (RejectedExecutionException e) {
            LOG.debug("the clock has stopped; another node sees to it", e);
        }
    }

    void stop() {
        clock.shutdown();
    }

    // The executor would forget about a task that throws.
    private void tick() {
        try {
            runner.tick();
        } catch (RuntimeException | Error e) {
            LOG.warn("jobs can't be looked at now; it is tried again in a second", e);
        }
    }
}
