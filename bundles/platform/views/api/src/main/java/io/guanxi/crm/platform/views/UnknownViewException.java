package io.guanxi.crm.platform.views;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No view has this id, or it is none of the caller's business. */
public class UnknownViewException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownViewException() {
        super("unknown-view", "There is no such view.", "没有该视图。");
    }
}
