package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.security.Caller;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What there is to know of a user who signs in. */
record Login(long id, String name, String passwordHash, boolean enabled, Optional<Long> department, Set<String> roles) {

    /** What two names have in common that are the same to us: case, and full or half width. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Whether anybody can have this name at all. */
    static boolean isPossible(String name) {
        return key(name).matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*");
    }

    /** False for somebody who signs in elsewhere. */
    boolean hasPassword() {
        return !passwordHash.equals(PasswordHash.NONE);
    }

    Caller toCaller() {
        return new Caller(name, roles, Optional.of(id), department);
    }
}
