package io.guanxi.crm.platform.problem;

import java.util.List;

/** Values that are well formed but not allowed. */
public class InvalidValueException extends CrmException {

    private static final long serialVersionUID = 1L;

    public InvalidValueException(List<FieldError> errors) {
        super("invalid-values", new Text("Some values are not valid.", "部分内容无效。"), errors);
    }

    public InvalidValueException(String field, String code, String en, String zh) {
        this(List.of(FieldError.of(field, code, en, zh)));
    }
}
