package io.guanxi.crm.platform.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** The built files in the {@code web/} folders of bundles, kept in memory once they were asked for. */
final class WebFiles {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "json", "application/json;charset=utf-8",
            "txt", "text/plain;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private record Key(long bundle, long lastModified, String path) {}

    // Holds existing files only, so requests for what is not there cannot make it grow.
    private final Map<Key, WebFile> known = new ConcurrentHashMap<>();

    /** A file by its path below {@code web/}; the path was checked to be safe. */
    Optional<WebFile> find(Bundle bundle, String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        Key key = new Key(bundle.getBundleId(), bundle.getLastModified(), path);
        WebFile cached = known.get(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        URL url = bundle.getEntry("/web/" + path);
        if (url == null) {
            return Optional.empty();
        }
        WebFile file = new WebFile(type, read(url));
        known.put(key, file);
        return Optional.of(file);
    }

    /** Forgets what it read, for bundles have come or gone. */
    void forget() {
        known.clear();
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }
}
