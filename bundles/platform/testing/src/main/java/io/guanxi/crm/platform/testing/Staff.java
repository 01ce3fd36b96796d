package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.security.Colleague;
import io.guanxi.crm.platform.security.Colleagues;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users of an enterprise of which nothing else is there. */
public final class Staff implements Colleagues {

    private final Map<Long, Colleague> all = new HashMap<>();

    private final Set<Long> teams = new HashSet<>();

    /** A team. */
    public Staff withTeam(long id) {
        teams.add(id);
        return this;
    }

    /** A user of this department. */
    public Staff with(long id, Optional<Long> department, boolean enabled) {
        all.put(id, new Colleague(id, "user" + id, Optional.empty(), department, enabled));
        return this;
    }

    @Override
    public Map<Long, Colleague> of(Collection<Long> ids) {
        Map<Long, Colleague> found = new HashMap<>(all);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Slice<Colleague> list(ListQuery query) {
        return new Slice<>(List.copyOf(all.values()), Optional.empty());
    }

    @Override
    public long count(ListQuery query) {
        return all.size();
    }

    @Override
    public boolean isDepartment(long id) {
        return all.values().stream()
                .anyMatch(colleague -> colleague.department().equals(Optional.of(id)));
    }

    @Override
    public boolean isTeam(long id) {
        return teams.contains(id);
    }
}
