package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Scope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the matrix of role, record type and action; what isn't in it is not allowed, and how far a role reaches. */
@Component
public class MatrixAccess implements Access {

    private final RoleMemory roles;
    private final DepartmentMemory departments;
    private final TeamMemory teams;

    @Activate
    public MatrixAccess(
            @Reference RoleMemory roles, @Reference DepartmentMemory departments, @Reference TeamMemory teams) {
        this.roles = roles;
        this.departments = departments;
        this.teams = teams;
    }

    @Override
    public void require(Action action, String recordType) {
        if (!roles.allows(Callers.require(), action, recordType)) {
            throw new ForbiddenException();
        }
    }

    @Override
    public Scope scope(Action action, String recordType) {
        Caller caller = Callers.require();
        Reach reach = roles.reach(caller, action, recordType).orElseThrow(ForbiddenException::new);
        return reach == Reach.ALL ? Scope.EVERYTHING : scope(caller, reach);
    }

    @Override
    public FieldRights fields(String recordType) {
        return roles.fields(Callers.require(), recordType);
    }

    private Scope scope(Caller caller, Reach reach) {
        Optional<DepartmentMemory.Place> place = caller.department().flatMap(departments::find);
        Set<Holder> holders = new HashSet<>();
        caller.user().ifPresent(id -> {
            holders.add(Holder.user(id));
            teams.of(id).forEach(team -> holders.add(Holder.team(team)));
        });
        place.ifPresent(its -> its.upwards().forEach(id -> holders.add(Holder.department(id))));
        Set<Long> reached = reach == Reach.DEPARTMENT
                ? place.map(DepartmentMemory.Place::downwards).orElse(Set.of())
                : Set.of();
        return new Scope(false, caller.user(), reached, holders);
    }
}
