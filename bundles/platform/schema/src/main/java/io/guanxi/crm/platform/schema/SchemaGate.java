package io.guanxi.crm.platform.schema;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shut until the module's changelog has been applied. While the database doesn't answer, it is asked again and again; a
 * changelog that fails is not tried twice.
 */
final class SchemaGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGate.class);

    private final String module;
    private final SchemaHealth health;
    private final Supplier<Runnable> opening;
    private final ScheduledExecutorService clock;
    private final long pauseMillis;
    private @Nullable Runnable opened;
    private boolean closed;

    /**
     * @param opening applies the changelog and lets the module in; what it returns puts the module out again
     * @param pauseMillis time between two tries
     */
    SchemaGate(
            String module,
            SchemaHealth health,
            Supplier<Runnable> opening,
            ScheduledExecutorService clock,
            long pauseMillis) {
        this.module = module;
        this.health = health;
        this.opening = opening;
        this.clock = clock;
        this.pauseMillis = pauseMillis;
    }

    synchronized void tryToOpen() {
        if (closed) {
            return;
        }
        try {
            opened = opening.get();
        } catch (DatabaseAwayException e) {
            LOG.warn("schema {} waits for the database: {}", module, e.getMessage());
            health.waiting();
            var unused = clock.schedule(this::tryToOpen, pauseMillis, TimeUnit.MILLISECONDS);
        } catch (MigrationFailedException e) {
            LOG.error("schema {} was not migrated, the module stays down: {}", module, e.getMessage(), e);
            health.failed(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        health.waiting();
        Runnable undo = opened;
        if (undo != null) {
            undo.run();
        }
    }
}
