package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.security.TeamData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be written of a team. */
public record TeamBody(Optional<String> name, Optional<List<String>> memberIds) {

    static TeamBody of(TeamData data) {
        return new TeamBody(
                Optional.of(data.name()),
                Optional.of(data.members().stream().sorted().map(Ids::toText).toList()));
    }

    TeamData toData() {
        List<String> ids = memberIds.orElse(List.of());
        return new TeamData(
                name.orElse(""),
                IntStream.range(0, ids.size())
                        .mapToObj(i -> Ids.inField("memberIds[" + i + "]", ids.get(i)))
                        .collect(Collectors.toSet()));
    }
}
