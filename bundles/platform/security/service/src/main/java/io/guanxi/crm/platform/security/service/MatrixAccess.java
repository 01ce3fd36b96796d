package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the matrix of role, record type and action; what isn't in it is not allowed. */
@Component
public class MatrixAccess implements Access {

    private final RoleMemory roles;

    @Activate
    public MatrixAccess(@Reference RoleMemory roles) {
        this.roles = roles;
    }

    @Override
    public void require(Action action, String recordType) {
        if (!roles.allows(Callers.require(), action, recordType)) {
            throw new ForbiddenException();
        }
    }
}
