package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.UserData;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** What a user may look like. */
final class UserRules {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_FULL_NAME = 100;
    static final int LONGEST_EMAIL = 254;

    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private UserRules() {}

    /**
     * @param roles codes of all roles
     * @param knowsDepartment false for one that isn't there
     */
    static UserData clean(UserData data, Set<String> roles, boolean knowsDepartment, FieldErrors errors) {
        String name = name(data.name(), errors);
        if (data.roles().isEmpty() || !roles.containsAll(data.roles())) {
            errors.add("roles", "unknown-role", "Give at least one of the roles there are.", "请至少选择一个现有角色。");
        }
        if (!knowsDepartment) {
            errors.add("departmentId", "unknown-department", "There is no such department.", "没有该部门。");
        }
        return new UserData(
                name,
                errors.line("fullName", data.fullName(), LONGEST_FULL_NAME),
                email(data.email(), errors),
                data.department(),
                data.roles(),
                data.enabled(),
                language(data.language(), errors),
                timeZone(data.timeZone(), errors));
    }

    private static String name(String name, FieldErrors errors) {
        String clean = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (!Login.isPossible(clean) || clean.length() > LONGEST_NAME) {
            errors.add(
                    "name",
                    "invalid-name",
                    "A name has 1 to 60 letters, digits, dots, dashes, @ or underscores.",
                    "用户名由 1 至 60 个字母、数字、点、短横线、@ 或下划线组成。");
        }
        return clean;
    }

    private static Optional<String> email(Optional<String> email, FieldErrors errors) {
        Optional<String> text = errors.line("email", email, LONGEST_EMAIL);
        if (text.filter(t -> !t.matches("[^\\s@]+@[^\\s@]+")).isPresent()) {
            errors.add("email", "invalid-email", "This is not an e-mail address.", "邮箱地址无效。");
        }
        return text;
    }

    private static Optional<String> language(Optional<String> language, FieldErrors errors) {
        Optional<String> text = errors.line("language", language, LONGEST_NAME);
        if (text.filter(t -> !LANGUAGES.contains(t)).isPresent()) {
            errors.add("language", "unknown-value", "The languages are zh-CN and en.", "可用语言：zh-CN、en。");
        }
        return text;
    }

    private static Optional<String> timeZone(Optional<String> zone, FieldErrors errors) {
        Optional<String> text = errors.line("timeZone", zone, LONGEST_NAME);
        if (text.filter(t -> !ZoneId.getAvailableZoneIds().contains(t)).isPresent()) {
            errors.add(
                    "timeZone",
                    "unknown-value",
                    "Give the name of a time zone, such as Asia/Shanghai.",
                    "请填写时区名称，例如 Asia/Shanghai。");
        }
        return text;
    }

    static void checkPassword(String password, FieldErrors errors) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            errors.add("password", "bad-length", "A password has 10 to 200 characters.", "密码长度为 10 至 200 个字符。");
        }
    }
}
