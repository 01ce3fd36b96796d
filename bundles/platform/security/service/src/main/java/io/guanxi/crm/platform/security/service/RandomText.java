package io.guanxi.crm.platform.security.service;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Text that nobody can guess. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** 128 bits, in digits that are not mistaken for others. */
    static String setUpToken() {
        byte[] token = new byte[16];
        RANDOM.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** 256 bits. */
    static String token() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
