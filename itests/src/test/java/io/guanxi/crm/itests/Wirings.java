package io.guanxi.crm.itests;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** What our bundles are wired to at a moment; another wiring means that the bundle was refreshed. */
record Wirings(Map<String, Integer> byBundle) {

    /** Of all but the one that is exchanged. */
    static Wirings of(BundleContext context, String exchanged) {
        return new Wirings(Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null
                        && bundle.getSymbolicName().startsWith("io.guanxi.crm")
                        && !bundle.getSymbolicName().equals(exchanged))
                .collect(Collectors.toMap(
                        Bundle::getSymbolicName,
                        bundle -> System.identityHashCode(bundle.adapt(BundleWiring.class)),
                        (a, b) -> a,
                        TreeMap::new)));
    }
}
