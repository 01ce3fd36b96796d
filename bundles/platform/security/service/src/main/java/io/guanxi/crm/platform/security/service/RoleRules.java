package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.RoleData;
import java.util.Set;

/** What a role may look like. */
final class RoleRules {

    private static final int LONGEST_LABEL = 60;

    private RoleRules() {}

    /**
     * @param known types that grants may be about
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming everything that is wrong
     */
    static RoleData clean(RoleData data, Set<String> known) {
        FieldErrors errors = new FieldErrors();
        if (!data.code().matches("[a-z][a-z0-9-]{1,39}")) {
            errors.add(
                    "code",
                    "invalid-code",
                    "A code has 2 to 40 small letters a to z, digits and dashes, a letter first.",
                    "代码由 2 至 40 个小写字母、数字和短横线组成，以字母开头。");
        }
        Text label = new Text(
                errors.required("label.en", data.label().en(), LONGEST_LABEL),
                errors.required("label.zh", data.label().zh(), LONGEST_LABEL));
        for (String type : data.grants().keySet()) {
            if (!known.contains(type)) {
                errors.add("grants." + type, "unknown-type", "There is no such record type.", "没有该记录类型。");
            }
        }
        errors.throwIfAny();
        return new RoleData(data.code(), label, data.grants(), data.reach());
    }
}
