package io.guanxi.crm.platform.privacy;

import io.guanxi.crm.platform.problem.CrmException;

/** Something has to end before a source can erase, such as an import under way; it is asked again later. */
public final class NotYetException extends CrmException {

    private static final long serialVersionUID = 1L;

    public NotYetException(String en, String zh) {
        super("not-yet", en, zh);
    }
}
