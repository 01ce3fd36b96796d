package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A user on the wire.
 *
 * @param source where the user comes from; absent: made here
 * @param managed fields that can't be changed here meanwhile
 */
public record UserView(
        String id,
        long version,
        String name,
        Optional<String> fullName,
        Optional<String> email,
        Optional<String> departmentId,
        List<String> roles,
        boolean enabled,
        Optional<String> language,
        Optional<String> timeZone,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Optional<String> source,
        List<String> managed) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {
        "id", "version", "name", "createdAt", "createdBy", "updatedAt", "updatedBy", "source", "managed"
    };

    static UserView of(User user, Set<String> managed) {
        UserData data = user.data();
        return new UserView(
                Ids.toText(user.id()),
                user.version(),
                data.name(),
                data.fullName(),
                data.email(),
                data.department().map(Ids::toText),
                data.roles().stream().sorted().toList(),
                data.enabled(),
                data.language(),
                data.timeZone(),
                user.createdAt(),
                user.createdBy(),
                user.updatedAt(),
                user.updatedBy(),
                user.source().map(Source::code),
                managed.stream().sorted().toList());
    }
}
