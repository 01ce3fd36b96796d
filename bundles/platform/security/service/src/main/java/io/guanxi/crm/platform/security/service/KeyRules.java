package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.ApiKeyData;
import java.time.Instant;
import java.util.Set;

/** What an API key may look like. */
final class KeyRules {

    private static final int LONGEST_NAME = 39;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

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

    static void checkEnd(ApiKeyData data, Instant now, FieldErrors errors) {
        if (data.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            errors.add("expiresAt", "in-the-past", "Give a time to come.", "请填写将来的时间。");
        }
        if (data.expiresAt().filter(LATEST::isBefore).isPresent()) {
            errors.add("expiresAt", "too-late", "Give a time before the year 10000.", "请填写 10000 年以前的时间。");
        }
    }
}
