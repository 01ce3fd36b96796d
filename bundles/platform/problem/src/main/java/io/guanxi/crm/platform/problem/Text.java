package io.guanxi.crm.platform.problem;

import java.util.Locale;

/** A sentence in the two languages the product speaks. */
public record Text(String en, String zh) {

    /** The sentence in the reader's language: Chinese for any Chinese locale, English for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
