package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.Optional;

/** The account of whoever calls. */
final class OwnLogin {

    private OwnLogin() {}

    /** @throws ForbiddenException for an API key, which has its owner's account but another name, and for the system */
    static Login require(LoginTable logins) {
        return find(logins).orElseThrow(ForbiddenException::new);
    }

    /** Empty for an API key and for the system. */
    static Optional<Login> find(LoginTable logins) {
        Caller caller = Callers.require();
        return caller.user().flatMap(logins::find).filter(login -> login.name().equals(caller.name()));
    }
}
