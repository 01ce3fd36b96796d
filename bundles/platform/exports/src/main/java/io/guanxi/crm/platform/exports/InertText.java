package io.guanxi.crm.platform.exports;

/**
 * Text that spreadsheets take for text. What begins with {@code = + - @}, a tab or a line break would be computed; it gets
 * an apostrophe in front, which imports take away again. Signed numbers and phone numbers such as {@code -12.50} and {@code +86
 * 139 0000 0000} are harmless and stay as they are.
 */
public final class InertText {

    private InertText() {}

    /** The text as it may stand in a cell; {@link #unguarded} gives the same text back, whatever it is. */
    public static String guarded(String text) {
        return needsGuard(text) ? "'" + text : text;
    }

    /** The text that a cell stands for. */
    public static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && isLiveBehindApostrophes(cell) ? cell.substring(1) : cell;
    }

    private static boolean needsGuard(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '\'') {
            return isLiveBehindApostrophes(text);
        }
        return isLive(first) && !isPlainNumber(text);
    }

    private static boolean isLiveBehindApostrophes(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && isLive(text.charAt(i));
    }

    // Asked of every cell: quicker than a search in a string.
    private static boolean isLive(char first) {
        return switch (first) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }

    /** A sign, digits that spaces may part, and perhaps decimals: a second sign would make a sum of it. */
    private static boolean isPlainNumber(String text) {
        char sign = text.charAt(0);
        if ((sign != '+' && sign != '-') || text.length() == 1 || !isDigit(text.charAt(1))) {
            return false;
        }
        boolean point = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = isDigit(c) || (c == ' ' && !point) || (c == '.' && !point);
            if (!allowed) {
                return false;
            }
            point |= c == '.';
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
