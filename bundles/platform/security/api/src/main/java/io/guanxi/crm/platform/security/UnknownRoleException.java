package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.NotFoundException;

/** There is no such role. */
public class UnknownRoleException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownRoleException() {
        super("unknown-role", "There is no such role.", "没有该角色。");
    }
}
