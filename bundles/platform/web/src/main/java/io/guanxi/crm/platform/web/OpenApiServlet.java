package io.guanxi.crm.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Application;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.util.tracker.ServiceTracker;

/** The OpenAPI document of all modules that are there, made anew when one comes or goes. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm)")
@HttpWhiteboardServletName("crm.openapi")
@HttpWhiteboardServletPattern("/api/openapi.json")
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ServiceTracker<Application, Application> applications;
    private transient byte @Nullable [] document;
    private int madeOf;

    @Activate
    public OpenApiServlet(BundleContext bundles) throws InvalidSyntaxException {
        applications = new ServiceTracker<>(
                bundles,
                FrameworkUtil.createFilter("(&(objectClass=" + Application.class.getName() + ")(crm.module=*))"),
                null);
        applications.open();
    }

    @Deactivate
    public void close() {
        applications.close();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] current = current();
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(current.length);
        response.getOutputStream().write(current);
    }

    private synchronized byte[] current() {
        int count = applications.getTrackingCount();
        byte[] known = document;
        if (known == null || madeOf != count) {
            known = OpenApiDocument.of(byModule()).toString().getBytes(StandardCharsets.UTF_8);
            document = known;
            madeOf = count;
        }
        return known;
    }

    private SortedMap<String, Application> byModule() {
        SortedMap<String, Application> modules = new TreeMap<>();
        for (ServiceReference<Application> reference : applications.getTracked().keySet()) {
            Application application = applications.getService(reference);
            if (application != null) {
                modules.put(String.valueOf(reference.getProperty("crm.module")), application);
            }
        }
        return modules;
    }
}
