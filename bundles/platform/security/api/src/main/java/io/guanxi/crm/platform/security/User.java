package io.guanxi.crm.platform.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A user as it stood when read.
 *
 * @param source where the user comes from; empty: made here
 */
public record User(
        long id,
        long version,
        UserData data,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<Source> source) {}
