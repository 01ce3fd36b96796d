package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.Exchange;
import io.guanxi.crm.platform.edge.ExchangeFailedException;
import io.guanxi.crm.platform.edge.ExchangeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges bundles of this framework. */
@Component
public class BundleExchange implements Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(BundleExchange.class);

    private final BundleContext bundles;
    private final ModuleGates gates;
    private final Duration drainPatience;
    private final Duration readyPatience;
    private final ReentrantLock one = new ReentrantLock();

    @Activate
    public BundleExchange(BundleContext bundles, @Reference ModuleGates gates) {
        this(bundles, gates, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    BundleExchange(BundleContext bundles, ModuleGates gates, Duration drainPatience, Duration readyPatience) {
        this.bundles = bundles;
        this.gates = gates;
        this.drainPatience = drainPatience;
        this.readyPatience = readyPatience;
    }

    @Override
    public ExchangeReport exchange(String symbolicName, Path jar, boolean force) {
        if (!one.tryLock()) {
            throw new ExchangeFailedException("Another exchange is under way; nothing was changed.");
        }
        try {
            Bundle bundle = find(symbolicName);
            Candidate candidate = Candidate.read(jar);
            refuseUnfit(bundle, candidate, force);
            return exchange(bundle, candidate, force);
        } finally {
            one.unlock();
        }
    }

    private Bundle find(String symbolicName) {
        List<Bundle> found = Stream.of(bundles.getBundles())
                .filter(b -> symbolicName.equals(b.getSymbolicName()))
                .toList();
        if (found.size() != 1) {
            throw new ExchangeFailedException(
                    found.isEmpty()
                            ? "There is no bundle " + symbolicName + "."
                            : "There is more than one bundle " + symbolicName + ".");
        }
        return found.get(0);
    }

    private void refuseUnfit(Bundle bundle, Candidate candidate, boolean force) {
        if (bundle.getBundleId() == bundles.getBundle().getBundleId()) {
            throw new ExchangeFailedException(
                    "The edge itself is never exchanged; install its new version and restart.");
        }
        if (!candidate.symbolicName().equals(bundle.getSymbolicName())) {
            throw new ExchangeFailedException(
                    "The file is bundle " + candidate.symbolicName() + ", not " + bundle.getSymbolicName() + ".");
        }
        if (!candidate.module().equals(ModuleHeader.of(bundle))) {
            throw new ExchangeFailedException("The file belongs to module " + candidate.module() + ", the bundle to "
                    + ModuleHeader.of(bundle) + ".");
        }
        Set<String> others = new TreeSet<>();
        wiring().getDependencyClosure(Set.of(bundle)).stream()
                .filter(b -> b.getBundleId() != bundle.getBundleId())
                .forEach(b -> others.add(b.getSymbolicName()));
        if (!others.isEmpty() && !force) {
            throw new ExchangeFailedException(
                    "Other bundles use its packages and would be restarted: " + String.join(", ", others) + ".");
        }
    }

    private ExchangeReport exchange(Bundle bundle, Candidate candidate, boolean force) {
        Path previous = copyOf(bundle);
        Set<String> services = Services.of(bundle);
        Collection<Gate> held = gates.heldFor(ModuleHeader.of(bundle));
        boolean wasActive = bundle.getState() == Bundle.ACTIVE;
        Collection<Gate> awaited =
                held.stream().filter(gate -> gate.status().ready()).toList();
        held.forEach(Gate::hold);
        try (Starts starts = new Starts(bundles, bundle)) {
            Stopwatch watch = new Stopwatch();
            boolean drained = drain(held);
            if (!drained && !force) {
                throw new ExchangeFailedException("Requests were still inside after " + drainPatience.toSeconds()
                        + " seconds; nothing was changed. Try again, or use force.");
            }
            long drain = watch.lap();
            String oldVersion = bundle.getVersion().toString();
            Swap swap = new Swap(bundle, bundles, services, awaited, wasActive, readyPatience);
            Swap.Laps laps = swap.to(candidate.jar(), previous, watch);
            ExchangeReport report = new ExchangeReport(
                    bundle.getSymbolicName(),
                    oldVersion,
                    bundle.getVersion().toString(),
                    drained,
                    drain,
                    laps.stop(),
                    laps.update(),
                    laps.start(),
                    laps.ready(),
                    watch.total(),
                    starts.others());
            LOG.info("exchanged: {}", report);
            return report;
        } finally {
            held.forEach(Gate::release);
            delete(previous);
        }
    }

    private boolean drain(Collection<Gate> held) {
        long end = System.nanoTime() + drainPatience.toNanos();
        boolean drained = true;
        for (Gate gate : held) {
            drained &= gate.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        return drained;
    }

    private Path copyOf(Bundle bundle) {
        try {
            Path copy = Files.createTempFile(bundles.getDataFile("").toPath(), "previous-", ".jar");
            JarCopy.write(bundle, copy);
            return copy;
        } catch (IOException e) {
            throw new ExchangeFailedException("The running version can't be copied; nothing was changed.", e);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warn("can't delete {}", copy, e);
        }
    }

    private FrameworkWiring wiring() {
        return bundles.getBundle(0).adapt(FrameworkWiring.class);
    }
}
