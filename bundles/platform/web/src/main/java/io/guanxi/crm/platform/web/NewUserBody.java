package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.UserData;
import java.util.List;
import java.util.Optional;

/** What can be written of a new user. */
public record NewUserBody(
        Optional<String> name,
        Optional<String> password,
        Optional<String> fullName,
        Optional<String> email,
        Optional<String> departmentId,
        List<String> roles,
        Optional<Boolean> enabled,
        Optional<String> language,
        Optional<String> timeZone) {

    UserData toData() {
        return new UserBody(fullName, email, departmentId, roles, enabled, language, timeZone).toData(name.orElse(""));
    }

    /** Never with the password, wherever it ends up. */
    @Override
    public String toString() {
        return "NewUserBody[" + name + "]";
    }
}
