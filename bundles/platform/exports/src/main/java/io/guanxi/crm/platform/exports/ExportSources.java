package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The record types that can be exported now. Each may be away for a moment while its module is exchanged. */
public interface ExportSources extends AutoCloseable {

    /** In no particular order. */
    List<ExportSource> all();

    /** Empty where there is no such type, or its module is away. */
    default Optional<ExportSource> find(String type) {
        return all().stream().filter(source -> source.type().equals(type)).findFirst();
    }

    /**
     * The source as it is now, or as soon as it is back.
     *
     * @throws UnavailableException where it stays away for five seconds
     */
    default ExportSource get(String type) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        Optional<ExportSource> source = find(type);
        while (source.isEmpty() && System.nanoTime() < end && await()) {
            source = find(type);
        }
        return source.orElseThrow(() -> new UnavailableException(type, Duration.ofSeconds(2)));
    }

    /** Waits until a source may have come; false where none will. */
    default boolean await() {
        return false;
    }

    @Override
    void close();

    /** Those in the service registry; close it when the asking component goes. */
    static ExportSources tracked(BundleContext context) {
        ServiceTracker<ExportSource, ExportSource> tracker = new ServiceTracker<>(context, ExportSource.class, null);
        tracker.open();
        return new ExportSources() {
            @Override
            public List<ExportSource> all() {
                return List.of(tracker.getServices(new ExportSource[0]));
            }

            @Override
            public boolean await() {
                try {
                    Thread.sleep(50);
                    return true;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }

            @Override
            public void close() {
                tracker.close();
            }
        };
    }

    /** Those that are always there; for tests and for plain Java. */
    static ExportSources fixed(ExportSource... sources) {
        return new ExportSources() {
            @Override
            public List<ExportSource> all() {
                return List.of(sources);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
