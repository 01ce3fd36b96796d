package io.guanxi.crm.platform.edge.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A module's two lanes: files and streams take as long as their client likes, and mustn't hold up everybody else. */
record Lanes(Lane usual, Lane files) {

    private static final Set<String> JSON = Set.of("application/json", "application/merge-patch+json");
    private static final List<String> STREAMS = List.of("text/csv", "spreadsheetml", "ndjson", "event-stream");

    static Lanes of(Gate gate, EdgeSettings settings) {
        return new Lanes(
                new Lane(
                        () -> settings.limits().concurrent(),
                        () -> settings.limits().queue(),
                        gate::justOpened),
                new Lane(() -> settings.limits().longConcurrent(), () -> 0, gate::justOpened));
    }

    Lane of(HttpServletRequest request) {
        return isFile(request.getContentType()) || isStream(request.getHeader("Accept")) ? files : usual;
    }

    private static boolean isFile(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return !JSON.contains(type);
    }

    private static boolean isStream(@Nullable String accept) {
        return accept != null && STREAMS.stream().anyMatch(accept::contains);
    }
}
