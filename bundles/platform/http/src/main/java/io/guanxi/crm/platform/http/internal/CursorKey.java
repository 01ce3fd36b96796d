package io.guanxi.crm.platform.http.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
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
        String data = System.getProperty("crm.data", System.getProperty("karaf.data", ""));
        if (data.isEmpty()) {
            return random();
        }
        try {
            return stored(Path.of(data).resolve("cursor.key"));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read or make cursor.key in " + data, e);
        }
    }

    static byte[] stored(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != LENGTH) {
            throw new IOException(file + " is not a key of " + LENGTH + " bytes; delete it to have a new one made");
        }
        return secret;
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "cursor", ".new", ownerOnly());
        try {
            Files.write(fresh, random());
            // Moved, so that nobody ever reads half a key; the first of two starting at once wins.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            org.slf4j.LoggerFactory.getLogger(CursorKey.class).debug("{} was just made by somebody else", file);
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] random() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
