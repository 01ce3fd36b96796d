package io.guanxi.crm.reporting.service;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names reports to the roles. */
@Component
public class ReportsGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(GuardedType.of("report", "Reports", "报表", Action.READ));
    }
}
