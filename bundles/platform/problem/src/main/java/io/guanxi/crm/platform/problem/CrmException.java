package io.guanxi.crm.platform.problem;

import java.util.List;

/** Base of every failure that a caller can do something about; its texts are safe to show. */
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Text text;
    private final transient List<FieldError> errors;

    protected CrmException(String code, Text text, List<FieldError> errors) {
        super(code + ": " + text.en());
        this.code = code;
        this.text = text;
        this.errors = List.copyOf(errors);
    }

    protected CrmException(String code, String en, String zh) {
        this(code, new Text(en, zh), List.of());
    }

    /** Stable name of the rule that was broken, such as {@code unknown-customer}. */
    public String code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /** The fields concerned; empty where the failure is not about a field. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * The first field concerned.
     *
     * @param otherwise what is named where the failure is not about a field
     */
    public FieldError firstError(String otherwise) {
        return errors.isEmpty() ? new FieldError(otherwise, code, text) : errors.get(0);
    }
}
