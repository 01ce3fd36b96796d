package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.http.CrmApplication;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Application;

/** Lists that are files too: one URL, one operation, several media types. JAX-RS wants two methods for it, OpenAPI has one. */
final class ExportedLists {

    private static final String HEADER =
            "Of a file: names of the columns, \"label\" in the language of Accept-Language, or \"code\".";

    private ExportedLists() {}

    /** Adds the media types to the lists of a module's document. */
    static void addTo(ObjectNode document, Application application) {
        if (application instanceof CrmApplication crm) {
            for (Object resource : crm.resources()) {
                for (Method method : resource.getClass().getMethods()) {
                    if (isExport(resource.getClass(), method)) {
                        add(document, path(resource.getClass(), method));
                    }
                }
            }
        }
    }

    private static boolean isExport(Class<?> resource, Method method) {
        Optional<Produces> produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(Produces.class)));
        boolean hidden = Optional.ofNullable(method.getAnnotation(Operation.class))
                .filter(Operation::hidden)
                .isPresent();
        return hidden
                && produces.filter(
                                p -> Arrays.stream(p.value()).anyMatch(type -> type.startsWith(ExportFormat.XLSX_TYPE)))
                        .isPresent();
    }

    private static String path(Class<?> resource, Method method) {
        String base = "/"
                + Optional.ofNullable(resource.getAnnotation(Path.class))
                        .map(Path::value)
                        .orElse("");
        return Optional.ofNullable(method.getAnnotation(Path.class))
                .map(own -> base + "/" + own.value())
                .orElse(base);
    }

    private static void add(ObjectNode document, String path) {
        if (document.path("paths").path(path).path("get") instanceof ObjectNode list) {
            list.withArray("parameters")
                    .addObject()
                    .put("name", "header")
                    .put("in", "query")
                    .put("description", HEADER)
                    .putObject("schema")
                    .put("type", "string");
            String status = list.path("responses").has("200") ? "200" : "default";
            ObjectNode content = list.withObject("/responses/" + status + "/content");
            for (ExportFormat format : ExportFormat.values()) {
                content.putObject(format.mediaType())
                        .putObject("schema")
                        .put("type", "string")
                        .put("format", "binary");
            }
        }
    }
}
