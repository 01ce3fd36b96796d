package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.RoleData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be written of a new role. */
public record NewRoleBody(
        Optional<String> code,
        Optional<LabelView> label,
        Map<String, List<Action>> grants,
        Optional<Reach> reach,
        Map<String, Map<String, FieldRight>> fields) {

    RoleData toData() {
        return new RoleBody(label, grants, reach, fields).toData(code.orElse(""));
    }
}
