package io.guanxi.crm.platform.problem;

/** The record is not there, or the caller may not know that it is. */
public class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String code, String en, String zh) {
        super(code, en, zh);
    }
}
