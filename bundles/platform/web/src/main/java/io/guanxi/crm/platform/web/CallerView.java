package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.util.List;
import java.util.Optional;

/** Who is signed in; from {@code id} on for those who have an account of their own, which an API key has not. */
public record CallerView(
        String name,
        List<String> roles,
        Optional<String> id,
        Optional<Long> version,
        Optional<String> fullName,
        Optional<String> email,
        Optional<String> departmentId,
        Optional<String> language,
        Optional<String> timeZone) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {"name", "roles", "id", "version", "email", "departmentId"};

    static CallerView of(Caller caller, Optional<User> user) {
        Optional<UserData> data = user.map(User::data);
        return new CallerView(
                caller.name(),
                caller.roles().stream().sorted().toList(),
                user.map(u -> Ids.toText(u.id())),
                user.map(User::version),
                data.flatMap(UserData::fullName),
                data.flatMap(UserData::email),
                caller.department().map(Ids::toText),
                data.flatMap(UserData::language),
                data.flatMap(UserData::timeZone));
    }
}
