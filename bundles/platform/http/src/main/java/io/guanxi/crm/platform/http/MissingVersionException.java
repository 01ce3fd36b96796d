package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.problem.CrmException;

/** A change without {@code If-Match} (428): the caller must say which version it has read. */
public class MissingVersionException extends CrmException {

    private static final long serialVersionUID = 1L;

    public MissingVersionException() {
        super(
                "missing-version",
                "Send the ETag of the record you have read as If-Match.",
                "请在 If-Match 中提供所读取记录的 ETag。");
    }
}
