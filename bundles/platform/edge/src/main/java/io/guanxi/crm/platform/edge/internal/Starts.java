package io.guanxi.crm.platform.edge.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Notes which other bundles are started while one is exchanged. */
final class Starts implements SynchronousBundleListener, AutoCloseable {

    private final BundleContext bundles;
    private final Bundle exchanged;
    private final Set<String> others = new ConcurrentSkipListSet<>();

    Starts(BundleContext bundles, Bundle exchanged) {
        this.bundles = bundles;
        this.exchanged = exchanged;
        bundles.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.STARTED && bundle.getBundleId() != exchanged.getBundleId()) {
            others.add(bundle.getSymbolicName());
        }
    }

    List<String> others() {
        return List.copyOf(others);
    }

    @Override
    public void close() {
        bundles.removeBundleListener(this);
    }
}
