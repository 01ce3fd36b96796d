package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.ApiKeyData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be written of an API key. */
public record ApiKeyBody(
        Optional<String> name, List<String> roles, Optional<String> departmentId, Optional<Instant> expiresAt) {

    ApiKeyData toData() {
        return new ApiKeyData(
                name.orElse(""), Set.copyOf(roles), departmentId.map(id -> Ids.inField("departmentId", id)), expiresAt);
    }
}
