package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportTarget;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The targets in the service registry; of two for one type the higher ranking one counts. */
final class TrackedTargets extends ServiceTracker<ImportTarget, ImportTarget> implements Targets {

    private final TreeMap<ServiceReference<ImportTarget>, ImportTarget> present = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean closed;

    private TrackedTargets(BundleContext context) {
        super(context, ImportTarget.class, null);
    }

    static Targets open(BundleContext context) {
        TrackedTargets targets = new TrackedTargets(context);
        targets.open();
        return targets;
    }

    @Override
    public ImportTarget addingService(ServiceReference<ImportTarget> reference) {
        ImportTarget target = super.addingService(reference);
        synchronized (this) {
            present.put(reference, target);
            seen.add(target.type());
            notifyAll();
        }
        return target;
    }

    @Override
    public void removedService(ServiceReference<ImportTarget> reference, ImportTarget target) {
        synchronized (this) {
            present.remove(reference);
        }
        super.removedService(reference, target);
    }

    @Override
    public synchronized List<ImportTarget> all() {
        return present.values().stream()
                .sorted(Comparator.comparing(ImportTarget::type))
                .toList();
    }

    @Override
    public synchronized Optional<ImportTarget> await(String type, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<ImportTarget> target = find(type);
        while (target.isEmpty() && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            target = find(type);
        }
        return target;
    }

    private Optional<ImportTarget> find(String type) {
        return present.descendingMap().entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(target -> target.type().equals(type))
                .findFirst();
    }

    @Override
    public synchronized boolean knows(String type) {
        return seen.contains(type);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        super.close();
    }
}
