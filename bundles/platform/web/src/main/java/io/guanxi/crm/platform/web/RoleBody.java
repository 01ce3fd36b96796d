package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.RoleData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be changed of a role.
 *
 * @param reach own where it is not given
 * @param fields what it is kept from, by record type and field
 */
public record RoleBody(
        Optional<LabelView> label,
        Map<String, List<Action>> grants,
        Optional<Reach> reach,
        Map<String, Map<String, FieldRight>> fields) {

    static RoleBody of(RoleData data) {
        return new RoleBody(
                Optional.of(LabelView.of(data.label())),
                data.grants().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue()))),
                Optional.of(data.reach()),
                data.fields());
    }

    RoleData toData(String code) {
        return new RoleData(
                code,
                label.orElse(new LabelView(Optional.empty(), Optional.empty())).toText(),
                Members.given(grants).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue()))),
                reach.orElse(Reach.OWN),
                Members.given(fields).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Members.given(entry.getValue()))));
    }
}
