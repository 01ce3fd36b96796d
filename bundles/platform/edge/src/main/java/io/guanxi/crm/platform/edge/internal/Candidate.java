package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.edge.ExchangeFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** A file that shall take a bundle's place, as far as its manifest tells. */
record Candidate(Path jar, String symbolicName, String module) {

    static Candidate read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String name =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (manifest == null || name == null) {
                throw new ExchangeFailedException(jar + " is not a bundle; nothing was changed.");
            }
            Attributes headers = manifest.getMainAttributes();
            String module = headers.getValue(ModuleHeader.NAME);
            return new Candidate(jar, name.split(";", 2)[0].strip(), module == null ? "*" : module.strip());
        } catch (IOException e) {
            throw new ExchangeFailedException(jar + " can't be read; nothing was changed.", e);
        }
    }
}
