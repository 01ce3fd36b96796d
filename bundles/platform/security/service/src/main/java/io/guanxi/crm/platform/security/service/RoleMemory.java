package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.FieldRight;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.GuardedField;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each role allows, in memory: every call of every service asks for it. */
@Component(service = RoleMemory.class)
public class RoleMemory {

    private static final Set<Action> WRITING = Set.of(Action.CREATE, Action.UPDATE, Action.IMPORT);

    private final RoleTable table;
    private final KnownTypes types;
    private final Recent<Map<String, RoleData>> recent;

    @Activate
    public RoleMemory(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Edition edition,
            @Reference KnownTypes types) {
        this(new Jdbc(dataSource), Clock.systemUTC(), edition, types);
    }

    RoleMemory(Jdbc jdbc, Clock clock, Edition edition, KnownTypes types) {
        this.table = new RoleTable(jdbc);
        this.types = types;
        this.recent = new Recent<>(clock, edition);
    }

    /** True where one of the caller's roles allows it; a role that nobody knows allows nothing. */
    boolean allows(Caller caller, Action action, String recordType) {
        return reach(caller, action, recordType).isPresent();
    }

    /** How far the furthest of those roles of the caller reaches that allow it; empty where none does. */
    Optional<Reach> reach(Caller caller, Action action, String recordType) {
        return caller.isAdministrator()
                ? Optional.of(Reach.ALL)
                : rolesOf(caller)
                        .filter(role -> role.allows(recordType, action))
                        .map(RoleData::reach)
                        .max(Comparator.naturalOrder());
    }

    /** What the caller may do with the fields of the type. */
    FieldRights fields(Caller caller, String recordType) {
        if (caller.isAdministrator()) {
            return FieldRights.EVERYTHING;
        }
        List<RoleData> these = rolesOf(caller)
                .filter(role -> role.grants().containsKey(recordType))
                .toList();
        if (these.stream().noneMatch(role -> role.fields().containsKey(recordType))) {
            return FieldRights.EVERYTHING;
        }
        Map<String, FieldRight> limits = new HashMap<>();
        for (GuardedField field : types.fields(recordType)) {
            FieldRight most = these.stream()
                    .map(role -> right(role, recordType, field))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            if (most != FieldRight.WRITE) {
                limits.put(field.code(), most);
            }
        }
        return new FieldRights(limits);
    }

    // Of a role that writes no such records, the right to write a field is none that another role could make use of.
    private static FieldRight right(RoleData role, String recordType, GuardedField field) {
        FieldRight right = role.right(recordType, field);
        boolean writes = WRITING.stream().anyMatch(action -> role.allows(recordType, action));
        return right == FieldRight.WRITE && !writes ? FieldRight.READ : right;
    }

    private Stream<RoleData> rolesOf(Caller caller) {
        return caller.roles().stream().flatMap(code -> Optional.ofNullable(now().get(code)).stream());
    }

    /** True where the caller may do everything that the role allows, as far as it reaches. */
    boolean covers(Caller caller, RoleData role) {
        return caller.isAdministrator() || (coversGrants(caller, role) && coversFields(caller, role));
    }

    private boolean coversFields(Caller caller, RoleData role) {
        return role.grants().keySet().stream().allMatch(type -> {
            Map<String, FieldRight> limits = fields(caller, type).limits();
            return limits.isEmpty()
                    || types.fields(type).stream()
                            .allMatch(field -> right(role, type, field)
                                            .compareTo(limits.getOrDefault(field.code(), FieldRight.WRITE))
                                    <= 0);
        });
    }

    private boolean coversGrants(Caller caller, RoleData role) {
        return role.grants().entrySet().stream()
                .allMatch(entry -> entry.getValue().stream().allMatch(action -> reach(caller, action, entry.getKey())
                        .filter(reach -> reach.compareTo(role.reach()) >= 0)
                        .isPresent()));
    }

    /** True where the caller may do everything that these roles allow. */
    boolean coversRoles(Caller caller, Set<String> roles) {
        return caller.isAdministrator()
                || (!roles.contains(Caller.ADMINISTRATOR)
                        && roles.stream()
                                .flatMap(code -> Optional.ofNullable(now().get(code)).stream())
                                .allMatch(role -> covers(caller, role)));
    }

    private Map<String, RoleData> now() {
        return recent.get("", key -> Optional.of(byCode(table.all()))).orElseThrow();
    }

    private static Map<String, RoleData> byCode(List<Role> roles) {
        return roles.stream()
                .map(Role::data)
                .collect(Collectors.toUnmodifiableMap(RoleData::code, Function.identity()));
    }
}
