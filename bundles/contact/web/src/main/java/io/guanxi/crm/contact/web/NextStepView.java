package io.guanxi.crm.contact.web;

import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.platform.problem.FieldErrors;
import java.time.LocalDate;
import java.util.Optional;

/** What was agreed to happen next, on the wire. */
public record NextStepView(Optional<LocalDate> at, Optional<String> what) {

    static NextStepView of(NextStep step) {
        return new NextStepView(Optional.of(step.at()), Optional.of(step.what()));
    }

    NextStep toStep(FieldErrors errors) {
        if (at.isEmpty()) {
            errors.add("nextStep.at", "required", "A value is required.", "此项必填。");
        }
        return new NextStep(at.orElse(LocalDate.EPOCH), what.orElse(""));
    }
}
