package io.guanxi.crm.platform.schema;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;
import org.osgi.framework.Bundle;

/** Shows Liquibase the entries of a bundle. */
final class BundleResources extends AbstractResourceAccessor {

    private final Bundle bundle;

    BundleResources(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public List<Resource> getAll(String path) {
        URL url = bundle.getResource(entryName(path));
        return url == null ? List.of() : List.of(resource(path, url));
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        List<Resource> found = new ArrayList<>();
        Enumeration<URL> entries = bundle.findEntries("/" + entryName(path), "*", recursive);
        while (entries != null && entries.hasMoreElements()) {
            URL url = entries.nextElement();
            if (!url.getPath().endsWith("/")) {
                found.add(resource(url.getPath().substring(1), url));
            }
        }
        return found;
    }

    @Override
    public List<String> describeLocations() {
        return List.of(bundle.toString());
    }

    @Override
    public void close() {
        // the bundle belongs to the framework
    }

    private static String entryName(String path) {
        String name = path.replace('\\', '/');
        if (name.startsWith("classpath:")) {
            name = name.substring("classpath:".length());
        }
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static Resource resource(String path, URL url) {
        try {
            return new URIResource(path, url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an entry's address: " + url, e);
        }
    }
}
