package io.guanxi.crm.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong with a document, field by field, so that everything is told at once. Texts come back stripped, a
 * blank one as absent; nothing is ever cut to fit.
 */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String code, String en, String zh) {
        errors.add(FieldError.of(field, code, en, zh));
    }

    /** A text on one line that has to be there, of at most {@code max} characters. */
    public String required(String field, String value, int max) {
        Optional<String> text = line(field, Optional.of(value), max);
        if (text.isEmpty()) {
            add(field, "required", "A value is required.", "此项必填。");
        }
        return text.orElse("");
    }

    /** A text on one line, of at most {@code max} characters. */
    public Optional<String> line(String field, Optional<String> value, int max) {
        return text(field, value, max, false);
    }

    /** A text that may have line breaks, of at most {@code max} characters. */
    public Optional<String> lines(String field, Optional<String> value, int max) {
        return text(field, value, max, true);
    }

    private Optional<String> text(String field, Optional<String> value, int max, boolean breaks) {
        Optional<String> text = value.map(String::strip).filter(t -> !t.isEmpty());
        text.ifPresent(t -> check(field, t, max, breaks));
        return text;
    }

    private void check(String field, String text, int max, boolean breaks) {
        if (text.length() > max) {
            add(
                    field,
                    "too-long",
                    "At most " + max + " characters are allowed, these are " + text.length() + ".",
                    "最多 " + max + " 个字符，当前为 " + text.length() + " 个。");
        }
        if (!isStorable(text, breaks)) {
            add(field, "invalid-characters", "The text has control characters.", "文本包含控制字符。");
        }
    }

    /** PostgreSQL refuses NUL, and half a surrogate pair does not survive UTF-8. */
    private static boolean isStorable(String text, boolean breaks) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL -> !(breaks && (c == '\n' || c == '\r' || c == '\t'));
            case Character.SURROGATE -> true;
            default -> false;
        });
    }

    /** True where nothing is wrong so far. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** What was found, in order. */
    public List<FieldError> found() {
        return List.copyOf(errors);
    }

    /** @throws InvalidValueException naming everything that was found, if there is anything */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidValueException(errors);
        }
    }
}
