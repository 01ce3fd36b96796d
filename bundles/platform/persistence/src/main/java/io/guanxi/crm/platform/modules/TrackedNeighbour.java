package io.guanxi.crm.platform.modules;

import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Waits for the service to come back, as long as an HTTP request would be parked. */
final class TrackedNeighbour<T> implements Neighbour<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServiceTracker<T, T> tracker;
    private final String name;

    TrackedNeighbour(BundleContext context, Class<T> type) {
        this.name = type.getSimpleName();
        this.tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
    }

    @Override
    public T get() {
        T service = tracker.getService();
        return service != null ? service : awaited();
    }

    private T awaited() {
        try {
            T service = tracker.waitForService(PATIENCE.toMillis());
            if (service != null) {
                return service;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException(name, Duration.ofSeconds(2));
    }

    @Override
    public void close() {
        tracker.close();
    }
}
