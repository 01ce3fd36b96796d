package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.Text;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be written of a role.
 *
 * @param code what users have of it; it stays
 * @param grants what may be done to which record type; what isn't in it is not allowed
 * @param reach to which records of these types
 */
public record RoleData(String code, Text label, Map<String, Set<Action>> grants, Reach reach) {

    public RoleData {
        Map<String, Set<Action>> copy = new TreeMap<>();
        grants.forEach((type, actions) -> {
            if (!actions.isEmpty()) {
                copy.put(type, Collections.unmodifiableSet(EnumSet.copyOf(actions)));
            }
        });
        grants = Collections.unmodifiableMap(copy);
    }

    /** True where the role allows the action. */
    public boolean allows(String recordType, Action action) {
        return grants.getOrDefault(recordType, Set.of()).contains(action);
    }

    /** The same with these grants. */
    public RoleData with(Map<String, Set<Action>> newGrants) {
        return new RoleData(code, label, newGrants, reach);
    }
}
