package io.guanxi.crm.platform.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What was typed into a search box, as beginnings of {@link SearchTerms}: one that is found is enough. */
public final class SearchText {

    private static final Pattern PINYIN = Pattern.compile("[a-zü '’]+");
    private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[ '’]+");

    private final Set<String> beginnings = new LinkedHashSet<>();

    /** @param key what was typed, normalised as names are; not empty */
    public SearchText(String key) {
        add(key);
        if (PINYIN.matcher(key).matches()) {
            add(BETWEEN_SYLLABLES.matcher(key).replaceAll("").replace('ü', 'v'));
        }
    }

    /**
     * It may be a part of a phone number.
     *
     * @param first the digits as those of whole numbers are normalised, for who typed the first ones
     * @param last the digits as typed, for who typed the last ones
     */
    public SearchText phone(String first, String last) {
        add(first);
        add(last.isEmpty() ? "" : SearchTerms.REVERSE + new StringBuilder(last).reverse());
        return this;
    }

    private void add(String beginning) {
        String cut =
                beginning.length() <= SearchTerms.LENGTH ? beginning : beginning.substring(0, SearchTerms.LENGTH - 1);
        if (!cut.isBlank()) {
            beginnings.add(cut.toLowerCase(Locale.ROOT).stripTrailing());
        }
    }

    Set<String> beginnings() {
        return beginnings;
    }
}
