package io.guanxi.crm.platform.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What can be written of an API key.
 *
 * @param name what it is for, such as {@code erp}; the owner has no other key of the name
 * @param roles codes, at least one; of an owner who isn't an administrator, only roles the owner has
 * @param department empty: the owner's
 */
public record ApiKeyData(String name, Set<String> roles, Optional<Long> department, Optional<Instant> expiresAt) {

    public ApiKeyData {
        roles = Set.copyOf(roles);
    }
}
