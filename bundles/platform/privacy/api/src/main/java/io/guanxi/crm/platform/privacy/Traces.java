package io.guanxi.crm.platform.privacy;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is found where no record of theirs is: records that are about them, records in which somebody may have
 * mentioned them, and what identifies them, such as names and numbers. Texts are found whatever their case, a number however
 * it is parted; a name of letters only as a whole word. Not for several threads at once.
 */
public final class Traces {

    /** What stands where something was taken out of a text. */
    public static final String BLANK = "█";

    private static final int SHORTEST = 2;
    private static final int FEWEST_DIGITS = 6;
    private static final int MOBILE_WITH_COUNTRY = 13;
    private static final int MOST_TEXTS = 500;
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final String PARTED = "[ ()./\\u00a0-]{0,2}";
    private static final String WORD = "[\\p{IsLatin}\\p{IsDigit}]";

    private final SortedMap<String, SortedSet<Long>> about = new TreeMap<>();
    private final SortedMap<String, SortedSet<Long>> near = new TreeMap<>();
    private final SortedSet<String> texts = new TreeSet<>();
    private final SortedSet<String> numbers = new TreeSet<>();
    private @Nullable Pattern pattern;

    /** Records that tell of the person and of hardly anything else. */
    public void about(String type, Collection<Long> ids) {
        about.computeIfAbsent(type, t -> new TreeSet<>()).addAll(ids);
    }

    /** Records in which the person may be mentioned. */
    public void near(String type, Collection<Long> ids) {
        near.computeIfAbsent(type, t -> new TreeSet<>()).addAll(ids);
    }

    /** A text that tells this person from others; too short a one is passed over. */
    public void text(String text) {
        String clean = text.strip();
        if (clean.length() >= SHORTEST && texts.size() < MOST_TEXTS) {
            texts.add(clean);
            pattern = null;
        }
    }

    /** A number of theirs, such as a phone's, parted in any way. */
    public void number(String number) {
        String all = NO_DIGIT.matcher(number).replaceAll("");
        String digits = all.length() == MOBILE_WITH_COUNTRY && all.startsWith("861") ? all.substring(2) : all;
        if (digits.length() >= FEWEST_DIGITS && numbers.size() < MOST_TEXTS) {
            numbers.add(digits);
            pattern = null;
        }
        text(number);
    }

    /** Ids of records of the type that are about the person. */
    public Set<Long> aboutOf(String type) {
        return Collections.unmodifiableSet(about.getOrDefault(type, Collections.emptySortedSet()));
    }

    /** Ids of records of the type in which the person may be mentioned, those about them not among them. */
    public Set<Long> nearOf(String type) {
        SortedSet<Long> ids = new TreeSet<>(near.getOrDefault(type, Collections.emptySortedSet()));
        ids.removeAll(aboutOf(type));
        return Collections.unmodifiableSet(ids);
    }

    /** All records about the person, by type. */
    public SortedMap<String, SortedSet<Long>> about() {
        return Collections.unmodifiableSortedMap(about);
    }

    /** All records in which they may be mentioned, by type. */
    public SortedMap<String, SortedSet<Long>> near() {
        return Collections.unmodifiableSortedMap(near);
    }

    public Set<String> texts() {
        return Collections.unmodifiableSet(texts);
    }

    public Set<String> numbers() {
        return Collections.unmodifiableSet(numbers);
    }

    /** True where the text, plain or as JSON has it, holds something of the person. */
    public boolean isIn(@Nullable String text) {
        return text != null
                && !text.isEmpty()
                && !isEmpty()
                && pattern().matcher(text).find();
    }

    /** The text without what identifies the person, no longer than it was. */
    public String without(String text) {
        return isEmpty() ? text : pattern().matcher(text).replaceAll(BLANK);
    }

    /** True where nothing identifies the person. */
    public boolean isEmpty() {
        return texts.isEmpty() && numbers.isEmpty();
    }

    private Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            String all = Stream.concat(
                            // the longest first, or a part of a name would leave its rest
                            texts.stream()
                                    .flatMap(text -> Stream.of(text, escaped(text)))
                                    .distinct()
                                    .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                                    .map(Traces::whole),
                            numbers.stream().map(Traces::parted))
                    .collect(Collectors.joining("|"));
            known = Pattern.compile(all, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            pattern = known;
        }
        return known;
    }

    private static String whole(String text) {
        String quoted = Pattern.quote(text);
        String before = isWord(text.codePointAt(0)) ? "(?<!" + WORD + ")" : "";
        String after = isWord(text.codePointBefore(text.length())) ? "(?!" + WORD + ")" : "";
        return before + quoted + after;
    }

    private static boolean isWord(int c) {
        return Character.isDigit(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static String parted(String digits) {
        return "(?<![0-9])(?:\\+?86" + PARTED + ")?"
                + digits.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining(PARTED))
                + "(?![0-9])";
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c);
            }
        }
        return json.toString();
    }

    @Override
    public String toString() {
        // never what identifies somebody: this may end in a log
        return String.format(Locale.ROOT, "%d texts, %d numbers", texts.size(), numbers.size());
    }
}
