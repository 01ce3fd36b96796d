package io.guanxi.crm.platform.security;

import java.time.Instant;

/** A department as it stood when read. */
public record Department(
        long id,
        long version,
        DepartmentData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {}
