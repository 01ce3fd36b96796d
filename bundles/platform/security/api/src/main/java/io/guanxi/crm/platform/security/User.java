package io.guanxi.crm.platform.security;

import java.time.Instant;

/** A user as it stood when read. */
public record User(
        long id,
        long version,
        UserData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {}
