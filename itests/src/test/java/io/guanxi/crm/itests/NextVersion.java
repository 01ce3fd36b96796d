package io.guanxi.crm.itests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;

/** What an operator gets from us: a running bundle with a higher version. */
record NextVersion(Bundle bundle, String version) {

    /** The same but for the version. */
    Path unchanged() throws IOException {
        return with("", UnaryOperator.identity());
    }

    /** With one entry rewritten. */
    Path with(String entry, UnaryOperator<String> rewrite) throws IOException {
        byte[] current;
        try (InputStream in = URI.create(bundle.getLocation()).toURL().openStream()) {
            current = in.readAllBytes();
        }
        Path file = Files.createTempFile(bundle.getSymbolicName(), ".jar");
        file.toFile().deleteOnExit();
        return Files.write(file, Jars.next(current, version, entry, rewrite));
    }
}
