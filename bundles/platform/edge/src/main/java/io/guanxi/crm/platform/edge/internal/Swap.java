package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.ExchangeFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stop, update, refresh, start, await: and back to the previous version where the new one doesn't serve.
 *
 * @param services what the bundle offered, and must offer again
 * @param awaited the gates whose modules served before, and must serve again
 */
record Swap(
        Bundle bundle,
        BundleContext bundles,
        Set<String> services,
        Collection<Gate> awaited,
        boolean start,
        Duration patience) {

    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    /** How long each step took, in milliseconds. */
    record Laps(long stop, long update, long start, long ready) {}

    Laps to(Path jar, Path previous, Stopwatch watch) {
        try {
            return replace(jar, watch);
        } catch (BundleException | IOException | NotServingException e) {
            LOG.error(
                    "the new version of {} does not serve; the previous one is put back", bundle.getSymbolicName(), e);
            putBack(previous, e);
            throw new ExchangeFailedException(
                    "The new version does not serve (" + e.getMessage() + "). The previous version serves again.", e);
        }
    }

    private void putBack(Path previous, Exception reason) {
        try {
            replace(previous, new Stopwatch());
        } catch (BundleException | IOException | NotServingException e) {
            e.addSuppressed(reason);
            throw new ExchangeFailedException(
                    "The new version does not serve, and the previous one could not be put back: " + e.getMessage(), e);
        }
    }

    private Laps replace(Path jar, Stopwatch watch) throws BundleException, IOException, NotServingException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        long stop = watch.lap();
        try (InputStream content = Files.newInputStream(jar)) {
            bundle.update(content);
        }
        refresh();
        long update = watch.lap();
        if (start) {
            bundle.start(Bundle.START_TRANSIENT);
        }
        long started = watch.lap();
        awaitService();
        return new Laps(stop, update, started, watch.lap());
    }

    private void refresh() throws NotServingException {
        CountDownLatch refreshed = new CountDownLatch(1);
        bundles.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        try {
            if (!refreshed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotServingException("refresh took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotServingException("interrupted");
        }
    }

    private void awaitService() throws NotServingException {
        long end = System.nanoTime() + patience.toNanos();
        Set<String> missing = Services.awaitAll(bundle, services, patience, bundles);
        if (!missing.isEmpty()) {
            throw new NotServingException("services missing: " + String.join(", ", missing));
        }
        for (Gate gate : awaited) {
            if (!gate.awaitReady(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                throw new NotServingException("module " + gate.status().module() + " has no REST application");
            }
        }
    }

    /** The exchanged bundle doesn't do what the one before did. */
    private static final class NotServingException extends Exception {

        private static final long serialVersionUID = 1L;

        NotServingException(String message) {
            super(message);
        }
    }
}
