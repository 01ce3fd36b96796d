package io.guanxi.crm.platform.security;

import java.util.Optional;
import java.util.Set;

/**
 * What can be written of a user, the password aside.
 *
 * @param name what the user signs in with; it stays
 * @param department id of the department the user belongs to
 * @param roles their codes, at least one
 * @param enabled false: signing in is refused as if the password was wrong
 * @param language of the pages: {@code zh-CN} or {@code en}; empty: the browser's
 * @param timeZone such as {@code Asia/Shanghai}; empty: the browser's
 */
public record UserData(
        String name,
        Optional<String> fullName,
        Optional<String> email,
        Optional<Long> department,
        Set<String> roles,
        boolean enabled,
        Optional<String> language,
        Optional<String> timeZone) {

    public UserData {
        roles = Set.copyOf(roles);
    }

    /** An enabled user of whom nothing else is known. */
    public static UserData of(String name, Set<String> roles) {
        return new UserData(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                roles,
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with these roles. */
    public UserData withRoles(Set<String> newRoles) {
        return new UserData(name, fullName, email, department, newRoles, enabled, language, timeZone);
    }

    /** The same in this department, or in none. */
    public UserData in(Optional<Long> newDepartment) {
        return new UserData(name, fullName, email, newDepartment, roles, enabled, language, timeZone);
    }

    /** The same, let in or not. */
    public UserData enabled(boolean nowEnabled) {
        return new UserData(name, fullName, email, department, roles, nowEnabled, language, timeZone);
    }
}
