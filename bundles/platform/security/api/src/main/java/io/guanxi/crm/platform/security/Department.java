package io.guanxi.crm.platform.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A department as it stood when read.
 *
 * @param source where it comes from; empty: made here
 */
public record Department(
        long id,
        long version,
        DepartmentData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Source> source) {}
