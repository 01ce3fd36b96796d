package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.AccessPreview;
import io.guanxi.crm.platform.security.AccessPreviews;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.ReachedRecords;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.UnknownRoleException;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks what decides about the requests of those who are previewed. */
@Component
public class DecidedPreviews implements AccessPreviews {

    private final UserTable users;
    private final RoleTable roles;
    private final KnownTypes types;
    private final RoleMemory memory;
    private final Access access;
    private final Neighbour<AuditTrail> trail;
    private final List<ReachedRecords> counted = new CopyOnWriteArrayList<>();

    @Activate
    public DecidedPreviews(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference KnownTypes types,
            @Reference RoleMemory memory,
            @Reference Access access,
            BundleContext bundles) {
        this(new Jdbc(dataSource), types, memory, access, Neighbour.tracked(bundles, AuditTrail.class));
    }

    DecidedPreviews(Jdbc jdbc, KnownTypes types, RoleMemory memory, Access access, Neighbour<AuditTrail> trail) {
        this.users = new UserTable(jdbc);
        this.roles = new RoleTable(jdbc);
        this.types = types;
        this.memory = memory;
        this.access = access;
        this.trail = trail;
    }

    @Deactivate
    public void close() {
        trail.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ReachedRecords records) {
        counted.add(records);
    }

    public void remove(ReachedRecords records) {
        counted.remove(records);
    }

    @Override
    public AccessPreview ofRole(long id) {
        access.require(Action.CONFIGURE, OwnTypes.ROLE);
        Role role =
                roles.all().stream().filter(one -> one.id() == id).findFirst().orElseThrow(UnknownRoleException::new);
        String code = role.data().code();
        return told(OwnTypes.ROLE, id, preview(new Caller(code, Set.of(code)), true));
    }

    @Override
    public AccessPreview ofUser(long id) {
        access.require(Action.CONFIGURE, OwnTypes.USER);
        User user = users.find(id).orElseThrow(UnknownUserException::new);
        Caller caller = new Caller(
                user.data().name(),
                user.data().roles(),
                Optional.of(id),
                user.data().department());
        return told(OwnTypes.USER, id, preview(caller, user.data().enabled()));
    }

    private AccessPreview preview(Caller caller, boolean enabled) {
        if (!memory.coversRoles(Callers.require(), caller.roles())) {
            throw new ForbiddenException();
        }
        List<AccessPreview.Rights> rights = new ArrayList<>();
        for (GuardedType type : types.with(roles.all())) {
            Map<Action, Reach> actions = new EnumMap<>(Action.class);
            type.actions().forEach(action -> memory.reach(caller, action, type.code())
                    .ifPresent(reach -> actions.put(action, reach)));
            if (!actions.isEmpty()) {
                rights.add(new AccessPreview.Rights(type, actions, memory.fields(caller, type.code())));
            }
        }
        return new AccessPreview(caller.name(), caller.roles(), caller.department(), enabled, rights, reached(caller));
    }

    private Map<String, Long> reached(Caller caller) {
        Map<String, Long> reached = new TreeMap<>();
        for (ReachedRecords records : counted) {
            // How much others reach is no business of who reaches a part.
            if (reachesAll(records.recordType()) && memory.allows(caller, Action.READ, records.recordType())) {
                reached.put(records.recordType(), Callers.callAs(caller, records::count));
            }
        }
        return reached;
    }

    private boolean reachesAll(String type) {
        return memory.reach(Callers.require(), Action.READ, type)
                .filter(reach -> reach == Reach.ALL)
                .isPresent();
    }

    private AccessPreview told(String type, long id, AccessPreview preview) {
        trail.get().record(Act.of(ActKind.READ).on(type, id).telling("preview", true));
        return preview;
    }
}
