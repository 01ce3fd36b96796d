package io.guanxi.crm.platform.query;

/** Where things stand in the text of a filter; what lies in quotes is passed over. */
final class FilterText {

    private final String text;
    /** A character per character of the text, blank where it is quoted. */
    private final String bare;

    private int start;
    private int next;

    FilterText(String text) {
        this.text = text;
        this.bare = withoutQuoted(text);
    }

    private static String withoutQuoted(String text) {
        StringBuilder bare = new StringBuilder(text);
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0) {
                quote = c == '"' || c == '\'' ? c : 0;
                continue;
            }
            boolean end = c == quote;
            bare.setCharAt(i, ' ');
            if (c == '\\' && i + 1 < text.length()) {
                bare.setCharAt(++i, ' ');
            } else if (end) {
                quote = 0;
            }
        }
        return bare.toString();
    }

    /** @throws InvalidFilterException where groups lie deeper in each other */
    void requireDepth(int most) {
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            depth += bare.charAt(i) == '(' ? 1 : bare.charAt(i) == ')' ? -1 : 0;
            if (depth > most) {
                throw InvalidFilterException.at(
                        i + 1, "Groups are nested deeper than " + most + ".", "括号嵌套超过 " + most + " 层。");
            }
        }
    }

    /** Goes on to the next comparison of this field; comparisons come in the order of the text. */
    void advance(String selector, String symbol) {
        int at = bare.indexOf(symbol, next);
        int name = text.lastIndexOf(selector, at);
        start = Math.max(name, 0);
        next = at + symbol.length();
    }

    /** Where the comparison begins, counted from 1. */
    int column() {
        return start + 1;
    }

    /** Where an operator stands that there is not. */
    int ofUnknownOperator() {
        for (int i = bare.indexOf('='); i >= 0; i = bare.indexOf('=', i + 1)) {
            int end = bare.indexOf('=', i + 1);
            if (end > i + 1 && Operator.of(bare.substring(i, end + 1)).isEmpty() && isName(i + 1, end)) {
                return i + 1;
            }
        }
        return 1;
    }

    private boolean isName(int from, int to) {
        return bare.substring(from, to).chars().allMatch(Character::isLetter);
    }
}
