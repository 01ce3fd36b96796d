package io.guanxi.crm.platform.security.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers, until a minute after its last use, which password matched which stored hash, so that a script that sends both with every request
 * doesn't pay for Argon2 each time. Keyed with a secret that dies with the process; a changed password has another stored
 * hash and is not found.
 */
final class VerifiedPasswords {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int SIZE = 1_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> verified = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > SIZE;
        }
    };

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    boolean contains(String password, Login user) {
        String entry = entry(password, user);
        synchronized (verified) {
            Instant now = clock.instant();
            // Renewed with each use: while somebody guesses, who is known must not have to wait with the guesser.
            // Not so a password that is kept elsewhere: that it was changed there is learnt by asking again.
            return verified.computeIfPresent(
                            entry,
                            (e, until) -> !now.isBefore(until) ? null : user.hasPassword() ? now.plus(LIFE) : until)
                    != null;
        }
    }

    void add(String password, Login user) {
        String entry = entry(password, user);
        synchronized (verified) {
            verified.put(entry, clock.instant().plus(LIFE));
        }
    }

    private String entry(String password, Login user) {
        return entry(user.id() + "\0" + user.passwordHash(), password);
    }

    /** A name for a password of somebody that tells nothing of it. */
    String entry(String whose, String password) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((whose + "\0").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
        }
    }
}
