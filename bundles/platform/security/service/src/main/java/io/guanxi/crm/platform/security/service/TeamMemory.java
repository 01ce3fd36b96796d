package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which teams users are in, in memory: each query of somebody who doesn't reach everything asks for it. */
@Component(service = TeamMemory.class)
public class TeamMemory {

    private final TeamTable table;
    private final Recent<Set<Long>> recent;

    @Activate
    public TeamMemory(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Edition edition) {
        this(new Jdbc(dataSource), Clock.systemUTC(), edition);
    }

    TeamMemory(Jdbc jdbc, Clock clock, Edition edition) {
        this.table = new TeamTable(jdbc);
        this.recent = new Recent<>(clock, edition);
    }

    /** Ids of the teams that a user is in. */
    Set<Long> of(long user) {
        return recent.get(Long.toString(user), key -> Optional.of(Set.copyOf(table.of(user))))
                .orElse(Set.of());
    }
}
