package io.guanxi.crm.customer.service;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Phone numbers as people write them. Their normalised form is the digits without the trunk zero and without China's
 * country code, so that {@code +86 21-5555 0101}, {@code 0086 21 55550101} and {@code 021-5555 0101} are one number.
 */
public final class PhoneNumber {

    private static final Pattern PLAUSIBLE =
            Pattern.compile("\\+?[0-9(][0-9 ()./-]*+((x|ext\\.?|转|分机|#)\\s?[0-9]{1,8})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED = Pattern.compile("[0-9 +-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final int FEWEST = 3;
    private static final int MOST = 24;

    private PhoneNumber() {}

    /** The digits that identify the number, or the beginning of one; may be empty. */
    public static String normalised(String phone) {
        String text = narrow(phone);
        String digits = digits(text);
        if (digits.startsWith("0086")) {
            digits = digits.substring(4);
        } else if (text.startsWith("+86") || isMobileWithCountryCode(digits)) {
            digits = digits.substring(2);
        }
        return withoutLeadingZeros(digits);
    }

    /** True where somebody could be called under this. */
    public static boolean isPlausible(String phone) {
        String text = narrow(phone);
        int digits = digits(text).length();
        return digits >= FEWEST && digits <= MOST && PLAUSIBLE.matcher(text).matches();
    }

    /** All digits as they were typed. */
    static String typedDigits(String text) {
        return digits(narrow(text));
    }

    /** True where what was typed into a search box may be the beginning or the end of a phone number. */
    static boolean mayBePart(String text) {
        String typed = narrow(text);
        return TYPED.matcher(typed).matches() && digits(typed).length() >= FEWEST;
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }

    private static boolean isMobileWithCountryCode(String digits) {
        return digits.length() == 13 && digits.startsWith("861");
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
