package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.ApiKey;
import io.guanxi.crm.platform.security.ApiKeyData;
import io.guanxi.crm.platform.security.IssuedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API key on the wire.
 *
 * @param token in the answer that made it, and never again
 * @param lastUsedAt exact to a minute
 */
public record ApiKeyView(
        String id,
        String name,
        String owner,
        List<String> roles,
        Optional<String> departmentId,
        Optional<Instant> expiresAt,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<String> token) {

    static ApiKeyView of(ApiKey key) {
        return of(key, Optional.empty());
    }

    static ApiKeyView of(IssuedKey issued) {
        return of(issued.key(), Optional.of(issued.token()));
    }

    private static ApiKeyView of(ApiKey key, Optional<String> token) {
        ApiKeyData data = key.data();
        return new ApiKeyView(
                Ids.toText(key.id()),
                data.name(),
                key.owner(),
                data.roles().stream().sorted().toList(),
                data.department().map(Ids::toText),
                data.expiresAt(),
                key.createdAt(),
                key.lastUsedAt(),
                token);
    }

    /** Never with the token, wherever it ends up. */
    @Override
    public String toString() {
        return "ApiKeyView[" + id + "]";
    }
}
