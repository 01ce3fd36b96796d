package io.guanxi.crm.platform.security;

import java.util.Set;

/** Somebody, or some part of the system, in whose name work is done. */
public record Caller(String name, Set<String> roles) {

    /** May do everything. */
    public static final String ADMINISTRATOR = "administrator";
    /** Works with records day by day. */
    public static final String STAFF = "staff";
    /** Reads only. */
    public static final String VIEWER = "viewer";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A part of the system itself, such as {@code sample-data} or {@code shell:karaf}; may do everything. */
    public static Caller system(String part) {
        return new Caller(part, Set.of(ADMINISTRATOR));
    }

    public boolean isAdministrator() {
        return roles.contains(ADMINISTRATOR);
    }
}
