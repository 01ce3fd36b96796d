package io.guanxi.crm.platform.security.service;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is asked about a password, and what becomes of whom another realm lets in.
 *
 * @param realms in the order in which they are asked
 * @param roles codes of roles by group of a realm
 * @param departments names from the top by group of a realm
 */
record SignInSettings(
        List<String> realms,
        Map<String, Set<String>> roles,
        Set<String> defaultRoles,
        Map<String, List<String>> departments,
        boolean createUsers,
        boolean adopt) {

    /** Our own realm alone. */
    static final SignInSettings OWN =
            new SignInSettings(List.of(CrmRealm.NAME), Map.of(), Set.of(), Map.of(), true, false);

    static SignInSettings of(SignInConfig config) {
        List<String> realms = parts(config.realms(), ",").toList();
        return new SignInSettings(
                realms.isEmpty() ? OWN.realms() : realms,
                roles(config.roles()),
                parts(config.defaultRoles(), ",").collect(Collectors.toSet()),
                departments(config.departments()),
                config.createUsers(),
                config.adopt());
    }

    /** The roles that these groups give. */
    Set<String> rolesOf(Set<String> groups) {
        Set<String> mapped = new LinkedHashSet<>();
        groups.forEach(group -> mapped.addAll(roles.getOrDefault(group, Set.of())));
        return mapped.isEmpty() ? defaultRoles : mapped;
    }

    private static Map<String, Set<String>> roles(String text) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        pairs(text).forEach(pair -> roles.computeIfAbsent(pair[0], group -> new LinkedHashSet<>())
                .add(pair[1]));
        return roles;
    }

    // The first that somebody is in counts.
    private static Map<String, List<String>> departments(String text) {
        Map<String, List<String>> departments = new LinkedHashMap<>();
        pairs(text)
                .forEach(pair ->
                        departments.putIfAbsent(pair[0], parts(pair[1], "/").toList()));
        return departments;
    }

    private static Stream<String[]> pairs(String text) {
        return parts(text, ",").map(pair -> {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new IllegalArgumentException("io.guanxi.crm.signin: not group=value: " + pair);
            }
            return new String[] {
                pair.substring(0, equals).strip(), pair.substring(equals + 1).strip()
            };
        });
    }

    private static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
