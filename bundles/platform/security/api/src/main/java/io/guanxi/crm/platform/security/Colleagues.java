package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The users as they see each other: whom a record belongs to, whom it can be given to. Any caller may ask. */
@ProviderType
public interface Colleagues {

    /** Those of these ids that there are, disabled ones too. */
    Map<Long, Colleague> of(Collection<Long> ids);

    default Optional<Colleague> find(long id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    /** What the list can be filtered and sorted by. */
    List<Field> fields();

    /** One page; its text is looked for in name, full name and e-mail address. */
    Slice<Colleague> list(ListQuery query);

    long count(ListQuery query);

    /** True where there is such a department. */
    boolean isDepartment(long id);

    /** True where there is such a team. */
    boolean isTeam(long id);
}
