package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.Team;
import java.time.Instant;
import java.util.List;

/** A team on the wire. */
public record TeamView(
        String id,
        long version,
        String name,
        List<String> memberIds,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** What a caller may repeat but not change. */
    static final String[] READ_ONLY = {"id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy"};

    static TeamView of(Team team) {
        return new TeamView(
                Ids.toText(team.id()),
                team.version(),
                team.data().name(),
                team.data().members().stream().sorted().map(Ids::toText).toList(),
                team.createdAt(),
                team.createdBy(),
                team.updatedAt(),
                team.updatedBy());
    }
}
