package io.guanxi.crm.platform.edge.internal;

import io.guanxi.crm.platform.problem.CrmException;

/** A write with the session's cookie, but without its token: it may come from another site. */
final class ForgedRequestException extends CrmException {

    private static final long serialVersionUID = 1L;

    ForgedRequestException() {
        super(
                "missing-csrf-token",
                "Send the value of the cookie crm-csrf as X-CSRF-Token.",
                "请在 X-CSRF-Token 中提供 Cookie crm-csrf 的值。");
    }
}
