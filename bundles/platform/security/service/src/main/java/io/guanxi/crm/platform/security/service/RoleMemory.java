package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.RoleData;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each role allows, in memory: every call of every service asks for it. */
@Component(service = RoleMemory.class)
public class RoleMemory {

    private final RoleTable table;
    private final Recent<Map<String, RoleData>> recent;

    @Activate
    public RoleMemory(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Edition edition) {
        this(new Jdbc(dataSource), Clock.systemUTC(), edition);
    }

    RoleMemory(Jdbc jdbc, Clock clock, Edition edition) {
        this.table = new RoleTable(jdbc);
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
                : caller.roles().stream()
                        .flatMap(code -> Optional.ofNullable(now().get(code)).stream())
                        .filter(role -> role.allows(recordType, action))
                        .map(RoleData::reach)
                        .max(Comparator.naturalOrder());
    }

    /** True where the caller may do everything that the role allows, as far as it reaches. */
    boolean covers(Caller caller, RoleData role) {
        return caller.isAdministrator()
                || role.grants().entrySet().stream().allMatch(entry -> entry.getValue().stream()
                        .allMatch(action -> reach(caller, action, entry.getKey())
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
