package io.guanxi.crm.platform.jobs;

import io.guanxi.crm.platform.problem.NotFoundException;

/** No job of this name is known. */
public class UnknownJobException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownJobException() {
        super("unknown-job", "There is no such job.", "没有该任务。");
    }
}
