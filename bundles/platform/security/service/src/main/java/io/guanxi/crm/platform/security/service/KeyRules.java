package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.ApiKeyData;
import java.util.Set;

/** What an API key may look like. */
final class KeyRules {

    private static final int LONGEST_NAME = 39;

    private KeyRules() {}

    /** @param given the roles that the owner may give */
    static void check(ApiKeyData data, Set<String> given, FieldErrors errors) {
        if (!Login.isPossible(data.name()) || data.name().length() > LONGEST_NAME) {
            errors.add(
                    "name",
                    "invalid-name",
                    "A name has 1 to 39 letters, digits, dots, dashes, @ or underscores.",
                    "名称由 1 至 39 个字母、数字、点、短横线、@ 或下划线组成。");
        }
        if (data.roles().isEmpty() || !given.containsAll(data.roles())) {
            errors.add("roles", "unknown-role", "Give at least one of the roles you have.", "请至少选择一个您拥有的角色。");
        }
    }
}
