package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.ConflictException;

/** Nobody would be left who may do everything. */
public class LastAdministratorException extends ConflictException {

    private static final long serialVersionUID = 1L;

    public LastAdministratorException() {
        super(
                "last-administrator",
                "This is the last administrator who can sign in. Make another user an administrator first.",
                "这是最后一个可登录的管理员，请先将其他用户设为管理员。");
    }
}
