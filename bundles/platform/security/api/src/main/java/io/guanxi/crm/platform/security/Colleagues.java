package io.guanxi.crm.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The users as they see each other: whom a record belongs to, whom it can be given to. Any caller may ask. */
@ProviderType
public interface Colleagues {

    int MOST = 50;

    /** Those of these ids that there are, disabled ones too. */
    Map<Long, Colleague> of(Collection<Long> ids);

    default Optional<Colleague> find(long id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    /** Enabled ones by name whose name, full name or e-mail address has the text in it, or all; at most {@value #MOST}. */
    List<Colleague> search(String text);
}
