package io.guanxi.crm.platform.query.sql;

import java.util.function.UnaryOperator;

/** Patterns as people write them: {@code *} is anything, {@code \*} a star; a text without any star may stand anywhere. */
final class LikePattern {

    static final char ESCAPE = '!';

    private LikePattern() {}

    /** @param folding applied to what lies between the stars */
    static String of(String text, UnaryOperator<String> folding) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        boolean anywhere = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                literal.append(text.charAt(++i));
            } else if (c == '*') {
                anywhere = false;
                append(pattern, folding.apply(literal.toString()));
                literal.setLength(0);
                pattern.append('%');
            } else {
                literal.append(c);
            }
        }
        append(pattern, folding.apply(literal.toString()));
        return anywhere ? "%" + pattern + "%" : pattern.toString();
    }

    private static void append(StringBuilder pattern, String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '%' || c == '_' || c == ESCAPE) {
                pattern.append(ESCAPE);
            }
            pattern.append(c);
        }
    }
}
