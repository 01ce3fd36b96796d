package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.ProfileData;
import java.util.Optional;

/** What users can change of themselves. */
public record ProfileBody(Optional<String> fullName, Optional<String> language, Optional<String> timeZone) {

    static ProfileBody of(ProfileData data) {
        return new ProfileBody(data.fullName(), data.language(), data.timeZone());
    }

    ProfileData toData() {
        return new ProfileData(fullName, language, timeZone);
    }
}
