package io.guanxi.crm.platform.security;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param id tells it from the others, and nothing of its token
 * @param lastUsedAt exact to a minute
 * @param current the one that asks
 */
public record OpenSession(
        String id, Instant createdAt, Instant lastUsedAt, Instant expiresAt, Origin from, boolean current) {}
