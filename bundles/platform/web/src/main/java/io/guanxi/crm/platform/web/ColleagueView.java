package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.Colleague;
import java.util.Optional;

/** What every user may know of another. */
public record ColleagueView(
        String id, String name, Optional<String> fullName, Optional<String> departmentId, boolean enabled) {

    static ColleagueView of(Colleague colleague) {
        return new ColleagueView(
                Ids.toText(colleague.id()),
                colleague.name(),
                colleague.fullName(),
                colleague.department().map(Ids::toText),
                colleague.enabled());
    }
}
