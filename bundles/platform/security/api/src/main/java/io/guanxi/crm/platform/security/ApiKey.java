package io.guanxi.crm.platform.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A key by which a system calls in its owner's name.
 *
 * @param owner the user's name
 * @param lastUsedAt exact to a minute
 */
public record ApiKey(long id, String owner, ApiKeyData data, Instant createdAt, Optional<Instant> lastUsedAt) {}
