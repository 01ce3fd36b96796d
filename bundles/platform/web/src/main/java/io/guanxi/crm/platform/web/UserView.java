package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user on the wire. */
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
        String updatedBy) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {"id", "version", "name", "createdAt", "createdBy", "updatedAt", "updatedBy"};

    static UserView of(User user) {
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
                user.updatedBy());
    }
}
