package io.guanxi.crm.platform.http;

/** Which texts can be stored and shown everywhere exactly as they came. */
public final class Texts {

    private Texts() {}

    /** False for lone surrogates and for control characters other than tab and line ends. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c == 0x7f) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** @throws MalformedRequestException naming the field */
    public static void requireClean(String field, String text) {
        if (!isClean(text)) {
            throw new MalformedRequestException(
                    field, "invalid-characters", "The text holds characters that are not text.", "内容包含非文本字符。");
        }
    }
}
