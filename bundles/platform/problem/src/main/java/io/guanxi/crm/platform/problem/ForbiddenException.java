package io.guanxi.crm.platform.problem;

/** The caller is known but may not do this. */
public class ForbiddenException extends CrmException {

    private static final long serialVersionUID = 1L;

    public ForbiddenException() {
        super("forbidden", "You are not allowed to do this.", "您没有执行此操作的权限。");
    }
}
