package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.idempotency.Replies;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.SignIn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an HTTP context for every module from its first bundle until its last one is uninstalled, through every stop,
 * update and refresh in between, and one for the pages.
 *
 * <p>Contexts are registered on a thread of our own, and not before both runtimes are there: Pax Web's only configuration
 * thread, registering its runtime, waits for a lock that a registering thread would hold while it waits for Pax Web.
 */
@Component(
        service = {},
        immediate = true)
public class Edge {

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    private final BundleContext bundles;
    private final ModuleGates gates;
    private final Entrance entrance;
    private final ExecutorService own = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "crm-edge");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Set<Long>> owners = new HashMap<>();
    private final Map<String, Whiteboard> contexts = new HashMap<>();
    private final BundleTracker<String> modules;
    private @Nullable Whiteboard pages;

    @Activate
    public Edge(BundleContext bundles, @Reference ModuleGates gates, @Reference EdgeSettings settings) {
        this.bundles = bundles;
        this.gates = gates;
        this.entrance = Entrance.of(
                Neighbour.tracked(bundles, SignIn.class), Neighbour.tracked(bundles, Replies.class), settings);
        this.modules = new Modules(bundles);
        own.execute(this::begin);
    }

    @Deactivate
    public void close() {
        own.shutdownNow();
        modules.close();
        synchronized (this) {
            contexts.values().forEach(Whiteboard::close);
            contexts.clear();
            if (pages != null) {
                pages.close();
            }
        }
        entrance.close();
    }

    private void begin() {
        try {
            awaitService(HttpServiceRuntime.class);
            awaitService(JaxrsServiceRuntime.class);
            awaitItsThread();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            pages = new Whiteboard(bundles, "crm", "/crm", new PagesFilter(), new FallbackServlet(false), "/api/*");
        }
        modules.open();
        LOG.info("the HTTP edge is up");
    }

    private void awaitService(Class<?> type) throws InterruptedException {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(bundles, type.getName(), null);
        tracker.open(true);
        try {
            tracker.waitForService(0);
        } finally {
            tracker.close();
        }
    }

    /**
     * The second runtime appears in the middle of the event that tells of the first, on Pax Web's configuration thread,
     * which goes on to register servlets. A question that this thread answers is answered when it is through.
     */
    private void awaitItsThread() {
        ServiceReference<HttpServiceRuntime> reference = bundles.getServiceReference(HttpServiceRuntime.class);
        HttpServiceRuntime runtime = reference == null ? null : bundles.getService(reference);
        if (runtime != null) {
            runtime.calculateRequestInfoDTO("/");
            bundles.ungetService(reference);
        }
    }

    private synchronized void add(String module, long bundle) {
        Set<Long> owning = owners.computeIfAbsent(module, m -> new HashSet<>());
        if (owning.add(bundle) && owning.size() == 1) {
            ModuleFilter filter = new ModuleFilter(module, gates.of(module), entrance);
            contexts.put(
                    module,
                    new Whiteboard(
                            bundles, "crm." + module, "/crm/api/" + module, filter, new FallbackServlet(true), "/"));
            LOG.info("module {} has its context", module);
        }
    }

    private synchronized void remove(String module, long bundle) {
        Set<Long> owning = owners.get(module);
        if (owning != null && owning.remove(bundle) && owning.isEmpty()) {
            owners.remove(module);
            Whiteboard context = contexts.remove(module);
            if (context != null) {
                context.close();
            }
            gates.remove(module);
            LOG.info("module {} is gone, and its context with it", module);
        }
    }

    /** The bundles that belong to a module, in whatever state they are. */
    private final class Modules extends BundleTracker<String> {

        private static final int ANY_STATE =
                Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

        Modules(BundleContext bundles) {
            super(bundles, ANY_STATE, null);
        }

        @Override
        @SuppressWarnings("NullAway") // null means: don't track this bundle
        public @Nullable String addingBundle(Bundle bundle, BundleEvent event) {
            String module = bundle.getHeaders("").get(ModuleHeader.NAME);
            if (module == null || !module.matches("[a-z][a-z0-9-]*")) {
                return null;
            }
            own.execute(() -> Edge.this.add(module, bundle.getBundleId()));
            return module;
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, String module) {
            if (!own.isShutdown()) {
                own.execute(() -> Edge.this.remove(module, bundle.getBundleId()));
            }
        }
    }
}
