package io.guanxi.crm.platform.fields.service;

import io.guanxi.crm.platform.fields.CustomField;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether another node changed definitions, and fills indexes. */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Memory memory;
    private final IndexFilling filling;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = new Thread(this::loop, "crm-fields");
    private volatile boolean stopped;
    private boolean failing; // of the thread alone

    Upkeep(Memory memory, IndexFilling filling) {
        this.memory = memory;
        this.filling = filling;
        thread.setDaemon(true);
        thread.start();
    }

    void wake() {
        bell.release();
    }

    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            thread.join(PAUSE.multipliedBy(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (!stopped) {
                work();
                if (bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            memory.refresh();
            Optional<CustomField> field = memory.now().indexing();
            while (field.isPresent() && !stopped && filling.step(field.get().id())) {
                LOG.debug("filling the index of {}", field.get().field().code());
            }
            memory.refresh();
            if (failing) {
                failing = false;
                LOG.info("custom fields are looked after again");
            }
        } catch (RuntimeException e) {
            told(e);
        }
    }

    /** Once, however long the database stays away. */
    private void told(RuntimeException e) {
        if (failing) {
            LOG.debug("custom fields could still not be looked after", e);
        } else {
            failing = true;
            LOG.warn("custom fields could not be looked after; tried again each {} s", PAUSE.toSeconds(), e);
        }
    }
}
