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
 * @param fields what of their fields it is kept from, by record type and the field's code, or {@value #PERSONAL}; of fields that
 *     aren't in it nothing
 */
public record RoleData(
        String code,
        Text label,
        Map<String, Set<Action>> grants,
        Reach reach,
        Map<String, Map<String, FieldRight>> fields) {

    /** In place of a field's code: all personal ones that have no right of their own. */
    public static final String PERSONAL = "personal";

    public RoleData {
        Map<String, Set<Action>> copy = new TreeMap<>();
        grants.forEach((type, actions) -> {
            if (!actions.isEmpty()) {
                copy.put(type, Collections.unmodifiableSet(EnumSet.copyOf(actions)));
            }
        });
        grants = Collections.unmodifiableMap(copy);
        Map<String, Map<String, FieldRight>> limits = new TreeMap<>();
        fields.forEach((type, rights) -> {
            if (!rights.isEmpty()) {
                limits.put(type, Collections.unmodifiableMap(new TreeMap<>(rights)));
            }
        });
        fields = Collections.unmodifiableMap(limits);
    }

    /** Without limits to fields. */
    public RoleData(String code, Text label, Map<String, Set<Action>> grants, Reach reach) {
        this(code, label, grants, reach, Map.of());
    }

    /** True where the role allows the action. */
    public boolean allows(String recordType, Action action) {
        return grants.getOrDefault(recordType, Set.of()).contains(action);
    }

    /** What the role may do with this field of such records. */
    public FieldRight right(String recordType, GuardedField field) {
        Map<String, FieldRight> rights = fields.getOrDefault(recordType, Map.of());
        FieldRight personal = field.personal() ? rights.getOrDefault(PERSONAL, FieldRight.WRITE) : FieldRight.WRITE;
        return rights.getOrDefault(field.code(), personal);
    }

    /** The same with these grants. */
    public RoleData with(Map<String, Set<Action>> newGrants) {
        return new RoleData(code, label, newGrants, reach, fields);
    }
}
