package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What is asked for here. */
@Component
public class OwnTypes implements GuardedTypes {

    static final String USER = "user";
    static final String DEPARTMENT = "department";
    static final String TEAM = "team";
    static final String ROLE = "role";
    static final String API_KEY = "api-key";

    @Override
    public List<GuardedType> types() {
        return List.of(
                GuardedType.of(USER, "Users", "用户", Action.READ, Action.CONFIGURE),
                GuardedType.of(DEPARTMENT, "Departments", "部门", Action.READ, Action.CONFIGURE),
                GuardedType.of(TEAM, "Teams", "团队", Action.READ, Action.CONFIGURE),
                GuardedType.of(ROLE, "Roles", "角色", Action.READ, Action.CONFIGURE),
                GuardedType.of(API_KEY, "API keys of one's own", "本人的 API 密钥", Action.CONFIGURE));
    }
}
