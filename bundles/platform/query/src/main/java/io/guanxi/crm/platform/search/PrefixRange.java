package io.guanxi.crm.platform.search;

/**
 * All texts that begin with a prefix, as a range of code point order: what an index can answer, unlike LIKE with a
 * parameter.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record PrefixRange(String from, String to) {

    public static PrefixRange of(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        String head = prefix.substring(0, prefix.length() - Character.charCount(last));
        return new PrefixRange(prefix, head + Character.toString(next(last)));
    }

    private static int next(int codePoint) {
        if (codePoint == Character.MIN_SURROGATE - 1) {
            return Character.MAX_SURROGATE + 1;
        }
        return Math.min(codePoint + 1, Character.MAX_CODE_POINT);
    }
}
