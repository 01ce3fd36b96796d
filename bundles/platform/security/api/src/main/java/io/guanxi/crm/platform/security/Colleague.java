package io.guanxi.crm.platform.security;

import java.util.Optional;

/**
 * What every user may know of another.
 *
 * @param name what they sign in with
 * @param department where they belong
 * @param enabled false: they can't sign in, and nothing new is given to them
 */
public record Colleague(long id, String name, Optional<String> fullName, Optional<Long> department, boolean enabled) {

    /** What people call them. */
    public String title() {
        return fullName.orElse(name);
    }
}
