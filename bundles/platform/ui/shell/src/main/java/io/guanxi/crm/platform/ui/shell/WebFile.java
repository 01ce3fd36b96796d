package io.guanxi.crm.platform.ui.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A file as it goes to browsers, compressed once where that pays. */
final class WebFile {
    private static final int WORTH_COMPRESSING = 600;

    private final String type;
    private final byte[] plain;
    private final byte[] compressed;
    private final String tag;

    WebFile(String type, byte[] content) {
        this.type = type;
        this.plain = content.clone();
        this.compressed = plain.length >= WORTH_COMPRESSING && isText(type) ? gzip(plain) : new byte[0];
        this.tag = hash(plain);
    }

    String type() {
        return type;
    }

    /** Changes with the content; without quotes. */
    String tag() {
        return tag;
    }

    byte[] plain() {
        return plain.clone();
    }

    /** The gzip form; empty where the file is small or compressed already. */
    Optional<byte[]> compressed() {
        return compressed.length == 0 ? Optional.empty() : Optional.of(compressed.clone());
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.startsWith("application/json") || type.startsWith("image/svg");
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a write", e);
        }
        return buffer.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
