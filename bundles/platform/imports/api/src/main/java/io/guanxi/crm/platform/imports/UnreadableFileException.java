package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.CrmException;

/** The file as a whole can't be imported: empty, binary, a required column missing. Nothing was imported. */
public class UnreadableFileException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String code, String en, String zh) {
        super(code, en, zh);
    }
}
