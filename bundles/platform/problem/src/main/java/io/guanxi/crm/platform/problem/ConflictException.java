package io.guanxi.crm.platform.problem;

import java.util.List;

/** The change breaks a rule between records, such as a number that is taken. */
public class ConflictException extends CrmException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String code, String en, String zh) {
        super(code, en, zh);
    }

    public ConflictException(FieldError error) {
        super(error.code(), error.message(), List.of(error));
    }
}
