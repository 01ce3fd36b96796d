package io.guanxi.crm.platform.edge.internal;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.http.context.ServletContextHelper;

/** One HTTP context with the edge's filter and servlet in it, registered with the HTTP whiteboard. */
final class Whiteboard implements AutoCloseable {

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** The filter comes before the context does: there is no moment in which the context is open to everybody. */
    Whiteboard(BundleContext bundles, String name, String path, Filter filter, Servlet servlet, String servletPattern) {
        String select = "(osgi.http.whiteboard.context.name=" + name + ")";
        registrations.add(bundles.registerService(
                Filter.class,
                filter,
                properties(Map.of(
                        "osgi.http.whiteboard.context.select",
                        select,
                        "osgi.http.whiteboard.filter.name",
                        name + ".edge",
                        "osgi.http.whiteboard.filter.pattern",
                        new String[] {"/*"},
                        "osgi.http.whiteboard.filter.asyncSupported",
                        true,
                        "osgi.http.whiteboard.filter.dispatcher",
                        new String[] {"REQUEST", "ASYNC"},
                        "service.ranking",
                        Integer.MAX_VALUE))));
        registrations.add(bundles.registerService(
                Servlet.class,
                servlet,
                properties(Map.of(
                        "osgi.http.whiteboard.context.select",
                        select,
                        "osgi.http.whiteboard.servlet.name",
                        name + ".fallback",
                        "osgi.http.whiteboard.servlet.pattern",
                        new String[] {servletPattern},
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        true))));
        registrations.add(bundles.registerService(
                ServletContextHelper.class,
                new PerBundle(),
                properties(
                        Map.of("osgi.http.whiteboard.context.name", name, "osgi.http.whiteboard.context.path", path))));
    }

    @Override
    public void close() {
        for (int i = registrations.size() - 1; i >= 0; i--) {
            registrations.get(i).unregister();
        }
    }

    private static Dictionary<String, Object> properties(Map<String, Object> properties) {
        return FrameworkUtil.asDictionary(properties);
    }

    /** Each bundle that serves something in the context finds its own resources. */
    private static final class PerBundle implements ServiceFactory<ServletContextHelper> {

        @Override
        public ServletContextHelper getService(Bundle user, ServiceRegistration<ServletContextHelper> registration) {
            return new ServletContextHelper(user) {};
        }

        @Override
        public void ungetService(
                Bundle user, ServiceRegistration<ServletContextHelper> registration, ServletContextHelper service) {
            // nothing is held
        }
    }
}
