package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.UserData;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be changed of a user. */
public record UserBody(
        Optional<String> fullName,
        Optional<String> email,
        Optional<String> departmentId,
        List<String> roles,
        Optional<Boolean> enabled,
        Optional<String> language,
        Optional<String> timeZone) {

    static UserBody of(UserData data) {
        return new UserBody(
                data.fullName(),
                data.email(),
                data.department().map(Ids::toText),
                data.roles().stream().sorted().toList(),
                Optional.of(data.enabled()),
                data.language(),
                data.timeZone());
    }

    UserData toData(String name) {
        return new UserData(
                name,
                fullName,
                email,
                departmentId.map(id -> Ids.inField("departmentId", id)),
                Set.copyOf(roles),
                enabled.orElse(true),
                language,
                timeZone);
    }
}
