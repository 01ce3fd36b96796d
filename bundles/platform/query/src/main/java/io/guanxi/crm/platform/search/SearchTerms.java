package io.guanxi.crm.platform.search;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The terms a record is found by; whoever types the beginning of one finds it. A name gives one from each of its
 * characters to its end, the same in pinyin from each syllable on, and in the syllables' initials.
 */
public final class SearchTerms {

    /** Longest term, in UTF-16 units; longer ones are cut. */
    public static final int LENGTH = 32;

    /** Stands before the digits of a phone number in reverse, which would else be found as if they were in order. */
    static final String REVERSE = "<";

    /** What companies' names end in: nobody types it in pinyin. */
    private static final Pattern TAIL = Pattern.compile("(股份|有限|责任|集团|总|分|公司)*公司$|集团$");

    private final Set<String> terms = new LinkedHashSet<>();

    /**
     * A name.
     *
     * @param key in its normalised form: lower case, single spaces
     * @param person it begins with the surname of a person
     */
    public SearchTerms name(String key, boolean person) {
        for (int i = 0; i < key.length(); i += Character.charCount(key.codePointAt(i))) {
            if (key.charAt(i) != ' ') {
                add(key.substring(i));
            }
        }
        if (key.codePoints().anyMatch(Pinyin::isHan)) {
            pinyin(person ? key : TAIL.matcher(key).replaceFirst(""), person);
        }
        return this;
    }

    private void pinyin(String name, boolean person) {
        int[] characters = name.codePoints().toArray();
        List<String> readings = Pinyin.of(name, person);
        StringBuilder whole = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int i = characters.length - 1; i >= 0; i--) {
            String reading = readings.get(i);
            if (!reading.isEmpty()) {
                add(whole.insert(0, reading).toString());
                initials.insert(0, reading.charAt(0));
                if (initials.length() > 1) {
                    add(initials.toString());
                }
            } else if (Character.isLetterOrDigit(characters[i]) && !Pinyin.isHan(characters[i])) {
                String character = Character.toString(characters[i]);
                whole.insert(0, character);
                initials.insert(0, character);
            }
        }
    }

    /** Something that is found by its beginning, such as a code or an e-mail address; case makes no difference. */
    public SearchTerms beginning(String text) {
        add(text.toLowerCase(java.util.Locale.ROOT));
        return this;
    }

    /** A phone number, found by its first and by its last digits. */
    public SearchTerms phone(String digits) {
        add(digits);
        add(REVERSE + new StringBuilder(digits).reverse());
        return this;
    }

    private void add(String term) {
        String cut = term.length() <= LENGTH ? term : cut(term);
        if (!cut.isBlank()) {
            terms.add(cut.stripTrailing());
        }
    }

    private static String cut(String term) {
        return term.substring(0, Character.isHighSurrogate(term.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
    }

    /** All of them, each once. */
    public Set<String> all() {
        return Collections.unmodifiableSet(terms);
    }
}
