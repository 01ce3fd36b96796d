package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.problem.Text;
import java.util.Optional;

/** A text in both languages. */
public record LabelView(Optional<String> en, Optional<String> zh) {

    static LabelView of(Text text) {
        return new LabelView(Optional.of(text.en()), Optional.of(text.zh()));
    }

    Text toText() {
        return new Text(en.orElse(""), zh.orElse(""));
    }
}
