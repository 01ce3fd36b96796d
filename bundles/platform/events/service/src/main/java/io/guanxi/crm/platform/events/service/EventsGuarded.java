package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names the change feed and its subscribers to the roles. */
@Component
public class EventsGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(GuardedType.of("event", "Events and subscribers", "事件与订阅", Action.READ, Action.CONFIGURE));
    }
}
