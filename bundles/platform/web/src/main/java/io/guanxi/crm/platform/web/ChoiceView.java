package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.fields.Choice;
import java.util.Optional;

/** A choice of a field. */
public record ChoiceView(Optional<String> code, Optional<LabelView> label, Optional<Boolean> retired) {

    static ChoiceView of(Choice choice) {
        return new ChoiceView(
                Optional.of(choice.code()), Optional.of(LabelView.of(choice.label())), Optional.of(choice.retired()));
    }

    Choice toChoice() {
        return new Choice(
                code.orElse(""),
                label.orElse(new LabelView(Optional.empty(), Optional.empty())).toText(),
                retired.orElse(false));
    }
}
