package io.guanxi.crm.platform.security;

import java.util.Optional;

/** What users can change of themselves. */
public record ProfileData(Optional<String> fullName, Optional<String> language, Optional<String> timeZone) {

    /** What a user has of it. */
    public static ProfileData of(UserData data) {
        return new ProfileData(data.fullName(), data.language(), data.timeZone());
    }
}
