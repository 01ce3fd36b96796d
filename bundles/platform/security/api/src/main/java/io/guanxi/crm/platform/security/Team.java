package io.guanxi.crm.platform.security;

import java.time.Instant;

/** A team as it stood when read. */
public record Team(
        long id,
        long version,
        TeamData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {}
