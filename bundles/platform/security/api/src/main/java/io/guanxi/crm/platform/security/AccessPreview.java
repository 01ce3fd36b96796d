package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do.
 *
 * @param name of the user or role
 * @param enabled false: they can't sign in at all
 * @param rights by type, those that allow nothing left out
 * @param reached how many records of a type they reach to read; only what whoever asks may know
 */
public record AccessPreview(
        String name,
        Set<String> roles,
        Optional<Long> department,
        boolean enabled,
        List<Rights> rights,
        Map<String, Long> reached) {

    /**
     * How far each action on records of a type reaches.
     *
     * @param fields what can be done with fields that they are kept from
     */
    public record Rights(GuardedType type, Map<Action, Reach> actions, FieldRights fields) {}

    public AccessPreview {
        roles = Set.copyOf(roles);
        rights = List.copyOf(rights);
        reached = Map.copyOf(reached);
    }
}
