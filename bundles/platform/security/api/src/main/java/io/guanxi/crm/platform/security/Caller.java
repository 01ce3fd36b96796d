package io.guanxi.crm.platform.security;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody, or some part of the system, in whose name work is done.
 *
 * @param roles their codes
 * @param user id of the account; empty for a part of the system
 * @param department where the account belongs
 */
public record Caller(String name, Set<String> roles, Optional<Long> user, Optional<Long> department) {

    /** The role that may do everything. */
    public static final String ADMINISTRATOR = "administrator";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Without an account. */
    public Caller(String name, Set<String> roles) {
        this(name, roles, Optional.empty(), Optional.empty());
    }

    /** A part of the system itself, such as {@code sample-data} or {@code shell:karaf}; may do everything. */
    public static Caller system(String part) {
        return new Caller(part, Set.of(ADMINISTRATOR));
    }

    public boolean isAdministrator() {
        return roles.contains(ADMINISTRATOR);
    }
}
