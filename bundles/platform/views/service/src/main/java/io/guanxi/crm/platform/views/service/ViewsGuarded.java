package io.guanxi.crm.platform.views.service;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Names views of lists to the roles; to share one is to update it. */
@Component
public class ViewsGuarded implements GuardedTypes {

    @Override
    public List<GuardedType> types() {
        return List.of(GuardedType.of("view", "Views of lists", "列表视图", Action.READ, Action.UPDATE));
    }
}
