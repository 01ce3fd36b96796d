package io.guanxi.crm.platform.search;

import io.guanxi.crm.platform.query.sql.Sql;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What was typed into a search box, as beginnings of {@link SearchTerms}: one that is found is enough. */
public final class SearchText {

    private static final Pattern PINYIN = Pattern.compile("[a-zü '’]+");
    private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[ '’]+");

    /** Letters come behind it, digits and {@link SearchTerms#REVERSE} before it. */
    private static final String BEHIND_DIGITS = "=";

    private final Set<String> beginnings = new LinkedHashSet<>();
    private boolean phones = true;
    private boolean emails = true;

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

    /** Finds nothing by phone numbers, and nothing by what else begins with a digit. */
    public SearchText withoutPhones() {
        phones = false;
        return this;
    }

    /** Finds nothing by e-mail addresses. */
    public SearchText withoutEmails() {
        emails = false;
        return this;
    }

    /** Of a term that begins as it should: that it is one of those that are searched. */
    Sql searched() {
        Sql sql = Sql.of("");
        if (!phones) {
            sql.add(" AND TERM > ?", BEHIND_DIGITS);
        }
        if (!emails) {
            // one that was cut may have lost its @; with a space it was a name
            sql.add(" AND TERM NOT LIKE '%@%' AND (LENGTH(TERM) < " + (SearchTerms.LENGTH - 1)
                    + " OR TERM LIKE '% %')");
        }
        return sql;
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
