package io.guanxi.crm.platform.security;

import java.util.Optional;
import java.util.Set;

/**
 * A user as a provider knows it.
 *
 * @param externalId stays for ever, at most 200 characters
 * @param name what they sign in with
 * @param department external id of a department of the provider
 * @param roles codes of roles of the CRM
 * @param enabled false: can't sign in
 */
public record OutsideUser(
        String externalId,
        String name,
        Optional<String> fullName,
        Optional<String> email,
        Optional<String> department,
        Set<String> roles,
        boolean enabled) {

    public OutsideUser {
        roles = Set.copyOf(roles);
    }
}
