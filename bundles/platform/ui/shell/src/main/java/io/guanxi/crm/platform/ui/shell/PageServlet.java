package io.guanxi.crm.platform.ui.shell;

import io.guanxi.crm.platform.ui.UiModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the pages of the shell and of all modules. One servlet for all of them: with one per module, a container may
 * answer 404 for a while after a module was updated.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=crm)")
@HttpWhiteboardServletName("crm-pages")
@HttpWhiteboardServletPattern({"/ui/*", "/"})
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageServlet.class);
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ALWAYS_ASK = "no-cache";

    private final transient Bundle shell;
    private final transient WebFiles files = new WebFiles();
    private final transient Map<String, Bundle> modules = new ConcurrentSkipListMap<>();

    @Activate
    public PageServlet(BundleContext context) {
        this.shell = context.getBundle();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addModule(UiModule module, ServiceReference<UiModule> reference) {
        if (!PagePath.MODULE.matcher(module.id()).matches()) {
            LOG.warn("Bundle {} offers pages under the unusable id \"{}\"", reference.getBundle(), module.id());
            return;
        }
        Bundle before = modules.put(module.id(), reference.getBundle());
        if (before != null && !before.equals(reference.getBundle())) {
            LOG.warn("Pages \"{}\" of {} give way to those of {}", module.id(), before, reference.getBundle());
        }
        files.forget();
    }

    void removeModule(UiModule module, ServiceReference<UiModule> reference) {
        modules.values().remove(reference.getBundle());
        files.forget();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PagePath path = PagePath.of(pathOf(request));
        Optional<WebFile> file = find(path);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean immutable = path instanceof PagePath.File asked && asked.immutable();
        response.setHeader("Cache-Control", immutable ? FOREVER : ALWAYS_ASK);
        answer(request, response, file.get());
    }

    private static String pathOf(HttpServletRequest request) {
        String below = request.getPathInfo();
        return request.getServletPath() + (below == null ? "" : below);
    }

    private Optional<WebFile> find(PagePath path) {
        if (path instanceof PagePath.File file) {
            Optional<Bundle> bundle = file.module().isEmpty()
                    ? Optional.of(shell)
                    : Optional.ofNullable(modules.get(file.module().get()));
            return bundle.flatMap(owner -> files.find(owner, file.path()));
        }
        if (path instanceof PagePath.ModuleList) {
            return Optional.of(
                    new WebFile("application/json;charset=utf-8", moduleList().getBytes(StandardCharsets.UTF_8)));
        }
        return path instanceof PagePath.Page ? files.find(shell, "index.html") : Optional.empty();
    }

    private String moduleList() {
        return modules.entrySet().stream()
                .map(module -> describe(module.getKey(), module.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    // Ids consist of letters, digits and dashes: there is nothing to escape.
    private String describe(String id, Bundle bundle) {
        String css = files.find(bundle, "index.css").isEmpty() ? "" : ",\"css\":\"/crm/ui/m/" + id + "/index.css\"";
        return "{\"id\":\"" + id + "\",\"module\":\"/crm/ui/m/" + id + "/index.js\"" + css + "}";
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, WebFile file)
            throws IOException {
        Optional<byte[]> compressed = acceptsGzip(request) ? file.compressed() : Optional.empty();
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", "\"" + file.tag() + (compressed.isPresent() ? "-gz\"" : "\""));
        String held = request.getHeader("If-None-Match");
        if (held != null && held.contains(file.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        if (compressed.isPresent()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] body = compressed.orElseGet(file::plain);
        response.setContentLength(body.length);
        OutputStream out = response.getOutputStream();
        out.write(body);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
