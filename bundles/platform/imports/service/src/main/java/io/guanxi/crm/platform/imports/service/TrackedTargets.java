package io.guanxi.crm.platform.imports.service;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The targets in the service registry; of two for one type the higher ranking one counts. */
final class TrackedTargets<T> extends ServiceTracker<T, T> implements Targets<T> {

    private final Function<T, String> typeOf;
    private final TreeMap<ServiceReference<T>, T> present = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean closed;

    private TrackedTargets(BundleContext context, Class<T> kind, Function<T, String> typeOf) {
        super(context, kind, null);
        this.typeOf = typeOf;
    }

    static <T> Targets<T> open(BundleContext context, Class<T> kind, Function<T, String> typeOf) {
        TrackedTargets<T> targets = new TrackedTargets<>(context, kind, typeOf);
        targets.open();
        return targets;
    }

    @Override
    public T addingService(ServiceReference<T> reference) {
        T target = super.addingService(reference);
        synchronized (this) {
            present.put(reference, target);
            seen.add(typeOf.apply(target));
            notifyAll();
        }
        return target;
    }

    @Override
    public void removedService(ServiceReference<T> reference, T target) {
        synchronized (this) {
            present.remove(reference);
        }
        super.removedService(reference, target);
    }

    @Override
    public synchronized List<T> all() {
        return present.values().stream().sorted(Comparator.comparing(typeOf)).toList();
    }

    @Override
    public synchronized Optional<T> await(String type, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> target = find(type);
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

    private Optional<T> find(String type) {
        return present.descendingMap().entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(target -> typeOf.apply(target).equals(type))
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
