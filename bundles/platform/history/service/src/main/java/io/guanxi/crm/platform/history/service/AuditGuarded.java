package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names the trail to the roles. */
@Component
public class AuditGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(
                GuardedType.of(AuditTrail.TYPE, "Audit trail", "审计记录", Action.READ, Action.EXPORT, Action.CONFIGURE));
    }
}
