package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Optional;

/**
 * Asks for somebody to be erased.
 *
 * @param type {@code person}, or {@code customer} for one that is a person or a household
 * @param confirm the id once more: this can't be taken back
 */
public record ErasureBody(
        Optional<String> type, Optional<String> id, Optional<String> reason, Optional<String> confirm) {

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException where something is missing, or not confirmed */
    Subject toSubject() {
        FieldErrors errors = new FieldErrors();
        String subject = errors.required("type", type.orElse(""), 40);
        String record = errors.required("id", id.orElse(""), 18);
        errors.required("reason", reason.orElse(""), 500);
        if (errors.isEmpty() && !confirm.equals(id)) {
            errors.add("confirm", "not-confirmed", "Give the id once more to confirm.", "请再次填写编号以确认。");
        }
        errors.throwIfAny();
        return new Subject(subject, Ids.inField("id", record));
    }
}
