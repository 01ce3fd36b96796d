package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.RoleData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a role may look like. */
final class RoleRules {

    private static final int LONGEST_LABEL = 60;

    private RoleRules() {}

    /**
     * @param known types that grants may be about
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming everything that is wrong
     */
    static RoleData clean(RoleData data, List<GuardedType> known) {
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
            if (find(known, type).isEmpty()) {
                errors.add("grants." + type, "unknown-type", "There is no such record type.", "没有该记录类型。");
            }
        }
        data.fields().forEach((type, rights) -> checkFields(type, rights.keySet(), find(known, type), errors));
        errors.throwIfAny();
        return new RoleData(data.code(), label, data.grants(), data.reach(), withoutNeedless(data.fields()));
    }

    private static void checkFields(String type, Set<String> codes, Optional<GuardedType> known, FieldErrors errors) {
        if (known.isEmpty()) {
            errors.add("fields." + type, "unknown-type", "There is no such record type.", "没有该记录类型。");
            return;
        }
        for (String code : codes) {
            if (!code.equals(RoleData.PERSONAL)
                    && known.get().fields().stream()
                            .noneMatch(field -> field.code().equals(code))) {
                errors.add(
                        "fields." + type + "." + code,
                        "unknown-field",
                        "There is no such field that a role can be kept from.",
                        "没有可限制的该字段。");
            }
        }
    }

    // A right to write says something only where the personal fields are limited as a whole.
    private static Map<String, Map<String, FieldRight>> withoutNeedless(Map<String, Map<String, FieldRight>> fields) {
        Map<String, Map<String, FieldRight>> limits = new TreeMap<>();
        fields.forEach((type, rights) -> {
            Map<String, FieldRight> kept = new TreeMap<>(rights);
            if (rights.getOrDefault(RoleData.PERSONAL, FieldRight.WRITE) == FieldRight.WRITE) {
                kept.values().removeIf(right -> right == FieldRight.WRITE);
            }
            limits.put(type, kept);
        });
        return limits;
    }

    private static Optional<GuardedType> find(List<GuardedType> known, String code) {
        return known.stream().filter(type -> type.code().equals(code)).findFirst();
    }
}
