package io.guanxi.crm.platform.events.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that works when it is woken, and now and then by itself, and tries again later when it fails. */
abstract class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopped;

    Worker(String name) {
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    /** Works off what there is; returns when there is nothing left to do. */
    abstract void work();

    final void start() {
        thread.start();
    }

    final void wake() {
        bell.release();
    }

    /** Lets the work at hand come to its end; after a while it is interrupted. */
    final void stop() {
        stopped = true;
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
        return stopped;
    }

    private void loop() {
        Duration pause = IDLE;
        try {
            while (!stopped) {
                try {
                    work();
                    pause = IDLE;
                } catch (RuntimeException e) {
                    LOG.warn("{} failed and is tried again in {} s", thread.getName(), pause.toSeconds(), e);
                    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                    pause = longer(pause);
                }
                if (bell.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
