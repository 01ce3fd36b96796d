package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.TeamData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be written of a team. */
public record TeamBody(Optional<String> name, Optional<List<String>> memberIds) {

    static TeamBody of(TeamData data) {
        return new TeamBody(
                Optional.of(data.name()),
                Optional.of(data.members().stream().sorted().map(Ids::toText).toList()));
    }

    TeamData toData() {
        return new TeamData(
                name.orElse(""),
                memberIds.orElse(List.of()).stream()
                        .map(id -> Ids.inField("memberIds", id))
                        .collect(Collectors.toSet()));
    }
}
