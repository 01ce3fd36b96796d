package io.guanxi.crm.platform.security.service;

import java.security.SecureRandom;
import java.util.Base64;

/** Text that nobody can guess. */
final class RandomText {

    // Without the letters and digits that look alike.
    private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** 20 characters that can be read off a screen. */
    static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
        }
        return password.toString();
    }

    /** 256 bits. */
    static String token() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
