package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.NotFoundException;

/** There is no such team. */
public class UnknownTeamException extends NotFoundException {

    private static final long serialVersionUID = 1L;

    public UnknownTeamException() {
        super("unknown-team", "There is no such team.", "没有该团队。");
    }
}
