package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.NotFoundException;

/** There is no such user. */
public class UnknownUserException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownUserException() {
        super("unknown-user", "There is no such user.", "没有该用户。");
    }
}
