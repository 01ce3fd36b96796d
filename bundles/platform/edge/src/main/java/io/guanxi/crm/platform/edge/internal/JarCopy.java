package io.guanxi.crm.platform.edge.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;

/** A copy of what a bundle holds now, whatever became of the file it was installed from. */
final class JarCopy {

    private JarCopy() {}

    static void write(Bundle bundle, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream jar = new ZipOutputStream(file)) {
            // The manifest has to be the first entry.
            copy(bundle, JarFile.MANIFEST_NAME, jar);
            copyAll(bundle, "/", jar);
        }
    }

    private static void copyAll(Bundle bundle, String folder, ZipOutputStream jar) throws IOException {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        for (String path : paths == null ? Collections.<String>emptyList() : Collections.list(paths)) {
            if (path.endsWith("/")) {
                copyAll(bundle, path, jar);
            } else if (!path.equals(JarFile.MANIFEST_NAME)) {
                copy(bundle, path, jar);
            }
        }
    }

    private static void copy(Bundle bundle, String path, ZipOutputStream jar) throws IOException {
        URL url = bundle.getEntry(path);
        if (url == null) {
            throw new IOException(bundle.getSymbolicName() + " has no " + path);
        }
        jar.putNextEntry(new ZipEntry(path));
        try (InputStream in = url.openStream()) {
            in.transferTo(jar);
        }
        jar.closeEntry();
    }
}
