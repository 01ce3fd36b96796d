package io.guanxi.crm.customer.service;

import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Phones and e-mail addresses. */
final class ReachRules {

    private static final int MOST = 20;
    // Letters of any script: addresses such as 张伟@例子.中国 are in use (RFC 6531).
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}\\p{M}-]{0,62})\\.)+[\\p{L}\\p{N}-]{2,63}");

    private ReachRules() {}

    static List<String> phones(List<String> phones, FieldErrors errors) {
        limit("phones", phones, errors);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            String path = "phones[" + i + "]";
            String phone = errors.required(path, phones.get(i), 40);
            if (!phone.isEmpty() && !PhoneNumber.isPlausible(phone)) {
                errors.add(path, "invalid-phone", "This is no phone number.", "电话号码格式不正确。");
            }
            result.add(phone);
        }
        return result;
    }

    static List<String> emails(List<String> emails, FieldErrors errors) {
        limit("emails", emails, errors);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            String path = "emails[" + i + "]";
            String email = errors.required(path, emails.get(i), 254);
            if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
                errors.add(path, "invalid-email", "This is no e-mail address.", "邮箱地址格式不正确。");
            }
            result.add(email);
        }
        return result;
    }

    static void limit(String field, List<?> values, FieldErrors errors) {
        if (values.size() > MOST) {
            errors.add(field, "too-many", "At most " + MOST + " entries are allowed.", "最多 " + MOST + " 条。");
        }
    }
}
