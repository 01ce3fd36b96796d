package io.guanxi.crm.platform.history.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** SHA-256 over texts, each behind its length, so that no two lists of texts read the same. */
final class Digester {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int ABSENT = -1;

    private final MessageDigest digest;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    Digester() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }

    Digester add(@Nullable String text) {
        if (text == null) {
            length(ABSENT);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            length(bytes.length);
            digest.update(bytes);
        }
        return this;
    }

    Digester add(long number) {
        return add(Long.toString(number));
    }

    private void length(int bytes) {
        digest.update(length.clear().putInt(bytes).array());
    }

    /** What has been added, 43 characters of it; it begins anew after that. */
    String end() {
        return TEXT.encodeToString(digest.digest());
    }

    static String text(byte[] bytes) {
        return TEXT.encodeToString(bytes);
    }
}
