package io.guanxi.crm.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which records a caller reaches with what they are about to do; every query of records that belong to somebody takes one.
 *
 * @param everything true: all records, whatever the rest says
 * @param user reaches what belongs to them; empty for a part of the system
 * @param departments what belongs to one of these is reached too
 * @param holders the caller as somebody records are shared with: the user, their teams, their department and those above it
 */
public record Scope(boolean everything, Optional<Long> user, Set<Long> departments, Set<Holder> holders) {

    /** All records. */
    public static final Scope EVERYTHING = new Scope(true, Optional.empty(), Set.of(), Set.of());

    public Scope {
        departments = Set.copyOf(departments);
        holders = Set.copyOf(holders);
    }

    /** True where a record of this owner, in this department, is reached without having been shared; one without an owner always is. */
    public boolean reaches(Optional<Long> owner, Optional<Long> department) {
        return everything
                || owner.isEmpty()
                || owner.equals(user)
                || department.filter(departments::contains).isPresent();
    }

    /** The keys of the holders, in order. */
    public Set<String> holderKeys() {
        Set<String> keys = new TreeSet<>();
        holders.forEach(holder -> keys.add(holder.key()));
        return keys;
    }
}
