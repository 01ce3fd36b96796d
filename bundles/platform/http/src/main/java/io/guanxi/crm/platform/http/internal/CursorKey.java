package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.persistence.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The installation's secret behind its cursors: made at the first use, kept in a file only its owner can read. */
public final class CursorKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private CursorKey() {}

    private static final class Holder {
        static final SecretKeySpec KEY = new SecretKeySpec(secret(), ALGORITHM);
    }

    public static byte[] sign(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(Holder.KEY);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] secret() {
        Optional<Path> folder = PrivateFile.folder();
        if (folder.isEmpty()) {
            return random();
        }
        try {
            return stored(folder.get().resolve("cursor.key"));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read or make cursor.key in " + folder.get(), e);
        }
    }

    static byte[] stored(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.create(file, random());
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != LENGTH) {
            throw new IOException(file + " is not a key of " + LENGTH + " bytes; delete it to have a new one made");
        }
        return secret;
    }

    private static byte[] random() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
