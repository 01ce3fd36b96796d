package io.guanxi.crm.platform.privacy;

import io.guanxi.crm.platform.problem.NotFoundException;

/** There is no such erasure, or the caller may not know of it. */
public final class UnknownErasureException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownErasureException() {
        super("unknown-erasure", "There is no such erasure.", "没有该删除记录。");
    }
}
