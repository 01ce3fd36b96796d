package io.guanxi.crm.platform.shell;

import java.security.SecureRandom;

/** Passwords that can be read off a screen: without the letters and digits that look alike. */
final class RandomPassword {

    private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private RandomPassword() {}

    static String create() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return password.toString();
    }
}
