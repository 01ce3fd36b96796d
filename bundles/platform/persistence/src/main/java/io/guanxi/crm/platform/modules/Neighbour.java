package io.guanxi.crm.platform.modules;

import org.osgi.framework.BundleContext;

/**
 * A service of another module. It may be away for a moment while its bundle is exchanged; callers wait that out, bounded,
 * instead of going down with it.
 */
public interface Neighbour<T> extends AutoCloseable {

    /**
     * The service as it is now. Ask for it at every use and don't keep it.
     *
     * @throws io.guanxi.crm.platform.problem.UnavailableException where it stayed away for five seconds
     */
    T get();

    @Override
    void close();

    /** A neighbour found in the service registry; close it when the asking component goes. */
    static <T> Neighbour<T> tracked(BundleContext context, Class<T> type) {
        return new TrackedNeighbour<>(context, type);
    }

    /** A neighbour that is always there; for tests and for plain Java. */
    static <T> Neighbour<T> fixed(T service) {
        return new Neighbour<>() {
            @Override
            public T get() {
                return service;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
