package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where departments lie, in memory: each query of somebody who doesn't reach everything asks for it. */
@Component(service = DepartmentMemory.class)
public class DepartmentMemory {

    /**
     * A department in the tree.
     *
     * @param upwards itself and all above it
     * @param downwards itself and all below it
     */
    record Place(Set<Long> upwards, Set<Long> downwards) {}

    private final DepartmentTable table;
    private final Recent<Place> recent;

    @Activate
    public DepartmentMemory(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Edition edition) {
        this(new Jdbc(dataSource), Clock.systemUTC(), edition);
    }

    DepartmentMemory(Jdbc jdbc, Clock clock, Edition edition) {
        this.table = new DepartmentTable(jdbc);
        this.recent = new Recent<>(clock, edition);
    }

    Optional<Place> find(long id) {
        return recent.get(
                Long.toString(id), key -> table.find(id).map(row -> new Place(upwards(row.path()), table.subtree(id))));
    }

    private static Set<Long> upwards(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
