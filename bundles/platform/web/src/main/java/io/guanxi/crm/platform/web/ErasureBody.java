package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.privacy.Subject;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.util.Optional;

/**
 * Asks for somebody to be erased.
 *
 * @param confirm the subject's id once more: this can't be taken back
 */
public record ErasureBody(Optional<SubjectBody> subject, Optional<String> reason, Optional<String> confirm) {

    /**
     * Who is meant.
     *
     * @param type {@code person}, or {@code customer} for one that is a person or a household
     */
    public record SubjectBody(Optional<String> type, Optional<String> id) {}

    /** @throws io.guanxi.crm.platform.problem.InvalidValueException where something is missing, or not confirmed */
    Subject toSubject() {
        FieldErrors errors = new FieldErrors();
        String type = errors.required(
                "subject.type", subject.flatMap(SubjectBody::type).orElse(""), 40);
        String record =
                errors.required("subject.id", subject.flatMap(SubjectBody::id).orElse(""), 18);
        errors.required("reason", reason.orElse(""), 500);
        if (errors.isEmpty() && !confirm.equals(Optional.of(record))) {
            errors.add("confirm", "not-confirmed", "Give the id once more to confirm.", "请再次填写编号以确认。");
        }
        errors.throwIfAny();
        return new Subject(type, Ids.inField("subject.id", record));
    }
}
