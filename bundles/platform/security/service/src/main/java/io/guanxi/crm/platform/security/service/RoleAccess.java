package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What each role may do; administrators may do everything. */
@Component
public class RoleAccess implements Access {

    private static final Map<String, Set<Action>> ALLOWED = Map.of(
            Caller.STAFF,
                    Set.of(Action.READ, Action.CREATE, Action.UPDATE, Action.ARCHIVE, Action.EXPORT, Action.IMPORT),
            Caller.VIEWER, Set.of(Action.READ));

    // They tell about everybody's records, about the users themselves, or about the system.
    private static final Set<String> ADMINISTRATORS_ONLY = Set.of("user", "event", "job");

    @Override
    public void require(Action action, String recordType) {
        Caller caller = Callers.require();
        if (caller.isAdministrator()) {
            return;
        }
        boolean allowed = caller.roles().stream()
                .anyMatch(role -> ALLOWED.getOrDefault(role, Set.of()).contains(action));
        if (!allowed || ADMINISTRATORS_ONLY.contains(recordType)) {
            throw new ForbiddenException();
        }
    }
}
