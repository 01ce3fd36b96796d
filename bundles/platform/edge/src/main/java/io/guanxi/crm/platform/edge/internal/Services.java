package io.guanxi.crm.platform.edge.internal;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** The services of ours that a bundle offers; a new version must offer them too before anybody is let in. */
final class Services {

    private static final String OURS = "io.guanxi.crm.";

    private Services() {}

    static Set<String> of(Bundle bundle) {
        Set<String> types = new TreeSet<>();
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
            for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                if (type.startsWith(OURS)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    /** What is still missing when patience ends; nothing when all is well. */
    static Set<String> awaitAll(Bundle bundle, Set<String> types, Duration patience, BundleContext context) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Set<String> missing = new TreeSet<>(types);
            missing.removeAll(of(bundle));
            if (missing.isEmpty()) {
                missing = broken(bundle, types, context);
            }
            if (missing.isEmpty() || System.nanoTime() > end) {
                return missing;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return missing;
            }
        }
    }

    // A component is made when it is first asked for: ask, so that one that can't be made is found out now.
    private static Set<String> broken(Bundle bundle, Set<String> types, BundleContext context) {
        Set<String> broken = new TreeSet<>();
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
            String type = ((String[]) reference.getProperty(Constants.OBJECTCLASS))[0];
            if (types.contains(type)) {
                if (context.getService(reference) == null) {
                    broken.add(type);
                } else {
                    context.ungetService(reference);
                }
            }
        }
        return broken;
    }
}
