package io.guanxi.crm.customer.service;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a name by which lists are sorted and searched: case, width and spacing make no difference. */
public final class CustomerName {

    /** Length of the column; only the key is cut to it, never the name. */
    static final int KEY_LENGTH = 200;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private CustomerName() {}

    /** The key of a name, or of the beginning of one; a key's key is itself. */
    public static String normalised(String name) {
        String folded = fold(fold(name));
        return cut(SPACES.matcher(folded).replaceAll(" ").strip()).strip();
    }

    // Lower case may undo what the normal form composed, and the normal form may bring out new capitals.
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        if (text.length() <= KEY_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(KEY_LENGTH - 1)) ? KEY_LENGTH - 1 : KEY_LENGTH;
        return text.substring(0, end);
    }
}
