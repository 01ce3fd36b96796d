package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.GateStatus;
import io.guanxi.crm.platform.edge.Gates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/**
 * One gate for each module. A module is ready while the JAX-RS whiteboard keeps a servlet for its application, to which
 * it copies the application's property {@code crm.module}.
 */
@Component(service = {Gates.class, ModuleGates.class})
public class ModuleGates implements Gates {

    private static final String MODULE = "crm.module";

    private final Map<String, Gate> gates = new ConcurrentSkipListMap<>();
    private final Map<ServiceReference<?>, String> servlets = new ConcurrentHashMap<>();
    private final ServiceTracker<Servlet, String> tracker;

    @Activate
    public ModuleGates(BundleContext bundles) throws InvalidSyntaxException {
        tracker = new Servlets(bundles);
        tracker.open(true);
    }

    @Deactivate
    public void close() {
        tracker.close();
    }

    /** The gate of the module, made at the first question. */
    synchronized Gate of(String module) {
        Gate gate = gates.computeIfAbsent(module, Gate::new);
        gate.setReady(isServed(module));
        return gate;
    }

    void remove(String module) {
        gates.remove(module);
    }

    /** The module's gate, or all where the bundle serves every module. */
    Collection<Gate> heldFor(String module) {
        return module.equals("*") ? List.copyOf(gates.values()) : Set.of(of(module));
    }

    @Override
    public List<GateStatus> list() {
        return gates.values().stream().map(Gate::status).toList();
    }

    private boolean isServed(String module) {
        return servlets.containsValue(module);
    }

    private synchronized void update(String module) {
        Gate gate = gates.get(module);
        if (gate != null) {
            gate.setReady(isServed(module));
        }
    }

    /** Watches the servlets without ever using one. */
    private final class Servlets extends ServiceTracker<Servlet, String> {

        Servlets(BundleContext bundles) throws InvalidSyntaxException {
            super(
                    bundles,
                    FrameworkUtil.createFilter("(&(objectClass=" + Servlet.class.getName() + ")(" + MODULE + "=*))"),
                    null);
        }

        @Override
        public String addingService(ServiceReference<Servlet> reference) {
            String module = String.valueOf(reference.getProperty(MODULE));
            servlets.put(reference, module);
            update(module);
            return module;
        }

        @Override
        public void removedService(ServiceReference<Servlet> reference, String module) {
            servlets.remove(reference);
            update(module);
        }
    }
}
