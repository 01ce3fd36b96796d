package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.NotFoundException;

/** There is no such department. */
public class UnknownDepartmentException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownDepartmentException() {
        super("unknown-department", "There is no such department.", "没有该部门。");
    }
}
