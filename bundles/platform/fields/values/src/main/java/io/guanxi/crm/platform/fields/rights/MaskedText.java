package io.guanxi.crm.platform.fields.rights;

import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.TextValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that show a little of themselves, always with the same number of stars, so that they don't tell how long they are. */
public final class MaskedText {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{6,}");
    private static final String STARS = "****";

    private MaskedText() {}

    /** {@code 138****1234} of a number, {@code z****@example.com} of an e-mail address, the first character of anything else. */
    public static String of(String text) {
        int at = text.lastIndexOf('@');
        if (at > 0) {
            return first(text) + STARS + text.substring(at);
        }
        return NUMBER.matcher(text).matches() ? number(text) : text.isEmpty() ? "" : first(text) + STARS;
    }

    // Short ones would be all there with seven digits shown.
    private static String number(String text) {
        boolean whole = text.length() >= 11;
        return text.substring(0, whole ? 3 : 1) + STARS + text.substring(text.length() - (whole ? 4 : 2));
    }

    private static String first(String text) {
        return text.substring(0, Character.charCount(text.codePointAt(0)));
    }

    /** Of a custom field; empty for what is no text. */
    public static Optional<FieldValue> of(FieldValue value) {
        return value instanceof TextValue text ? Optional.of(new TextValue(of(text.text()))) : Optional.empty();
    }
}
