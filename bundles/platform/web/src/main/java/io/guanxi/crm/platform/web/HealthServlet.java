package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.util.tracker.ServiceTracker;

/** The health checks with the tag {@code crm}, for those who watch us: 200 while we serve, 503 while we don't. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm)")
@HttpWhiteboardServletName("crm.health")
@HttpWhiteboardServletPattern("/health")
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ObjectMapper json = JsonMapper.builder().build();
    private final transient ServiceTracker<HealthCheckExecutor, HealthCheckExecutor> executor;

    @Activate
    public HealthServlet(BundleContext bundles) {
        executor = new ServiceTracker<>(bundles, HealthCheckExecutor.class, null);
        executor.open();
    }

    @Deactivate
    public void close() {
        executor.close();
    }

    /** All checks together. */
    public record HealthView(String status, List<CheckView> checks) {}

    /** One check; messages only where it isn't well. */
    public record CheckView(String name, String status, List<String> messages) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<CheckView> checks = new ArrayList<>();
        Result.Status worst = Result.Status.OK;
        HealthCheckExecutor running = executor.getService();
        if (running == null) {
            worst = Result.Status.TEMPORARILY_UNAVAILABLE;
        } else {
            for (HealthCheckExecutionResult one : running.execute(HealthCheckSelector.tags("crm"))) {
                Result result = one.getHealthCheckResult();
                worst = result.getStatus().compareTo(worst) > 0 ? result.getStatus() : worst;
                checks.add(new CheckView(
                        one.getHealthCheckMetadata().getTitle(),
                        result.getStatus().name(),
                        messages(result)));
            }
        }
        checks.sort(Comparator.comparing(CheckView::name));
        boolean serving = worst == Result.Status.OK || worst == Result.Status.WARN;
        response.setStatus(serving ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(new HealthView(worst.name(), checks)));
    }

    private static List<String> messages(Result result) {
        List<String> messages = new ArrayList<>();
        for (ResultLog.Entry entry : result) {
            if (entry.getStatus() != Result.Status.OK) {
                messages.add(entry.getMessage());
            }
        }
        return messages;
    }
}
