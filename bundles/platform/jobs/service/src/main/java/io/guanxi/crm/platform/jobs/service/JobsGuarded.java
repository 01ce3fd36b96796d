package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names jobs to the roles. */
@Component
public class JobsGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(GuardedType.of("job", "Jobs", "后台任务", Action.READ, Action.CONFIGURE));
    }
}
