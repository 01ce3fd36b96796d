package io.guanxi.crm.platform.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language to answer in. */
public final class Language {

    private Language() {}

    /** The first of our two languages in {@code Accept-Language}; English where neither is in it. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        for (Locale.LanguageRange range : ranges(acceptLanguage)) {
            String language = range.getRange();
            if (range.getWeight() > 0 && (language.equals("zh") || language.startsWith("zh-"))) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (range.getWeight() > 0 && (language.equals("en") || language.startsWith("en-"))) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            // RFC 9110: a field that can't be used is as good as none
            return List.of();
        }
    }
}
