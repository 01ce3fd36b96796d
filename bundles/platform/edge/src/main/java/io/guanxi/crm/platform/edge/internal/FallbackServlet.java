package io.guanxi.crm.platform.edge.internal;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Keeps a context alive without its module, and answers what passed an open gate just before the application behind it
 * went away.
 */
final class FallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final boolean moduleContext;

    FallbackServlet(boolean moduleContext) {
        this.moduleContext = moduleContext;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String prefix = request.getContextPath() + "/v1";
        String path = request.getRequestURI();
        boolean application = path.equals(prefix) || path.startsWith(prefix + "/");
        (moduleContext && application ? Refusal.busy() : Refusal.notFound()).write(request, response);
    }
}
