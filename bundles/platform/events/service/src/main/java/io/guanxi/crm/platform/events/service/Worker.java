package io.guanxi.crm.platform.events.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that works when it is woken, and tries again later whatever it failed with. */
abstract class Worker {

    /** For work that has nothing to do until it is woken. */
    static final Duration FOREVER = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    Worker(String name) {
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    /** Works off what there is; gives how long to sleep unless woken before. */
    abstract Duration work();

    /** The last thing the thread does. */
    void end() {
        // nothing is held
    }

    final void start() {
        thread.start();
    }

    final void wake() {
        bell.release();
    }

    /** Lets the work at hand come to its end; after a while it is interrupted. */
    final void stop() {
        stop.countDown();
        bell.release();
        try {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final boolean isStopped() {
        return stop.getCount() == 0;
    }

    private void loop() {
        int failures = 0;
        while (!isStopped()) {
            try {
                failures = round(failures);
            } catch (InterruptedException e) {
                LOG.debug("{} was interrupted", thread.getName()); // by stop, or by work that left the mark behind
            }
        }
        try {
            end();
        } catch (RuntimeException e) {
            LOG.warn("{} ended badly", thread.getName(), e);
        }
    }

    // An Error too: a thread that dies of one would leave its work undone for ever, and nobody would know.
    private int round(int failures) throws InterruptedException {
        try {
            Duration pause = work();
            if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
            return 0;
        } catch (RuntimeException | Error e) {
            if (!isStopped()) {
                Duration pause = Backoff.after(failures + 1, Duration.ofSeconds(1));
                LOG.warn("{} failed and is tried again in {} s", thread.getName(), pause.toSeconds(), e);
                stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
            return failures + 1;
        }
    }
}
