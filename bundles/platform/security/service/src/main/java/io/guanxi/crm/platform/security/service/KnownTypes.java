package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.GuardedField;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import io.guanxi.crm.platform.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What roles can be given, as the modules come and go. */
@Component(service = KnownTypes.class)
public class KnownTypes {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final List<GuardedTypes> sources = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, List<GuardedField>> lastSeen = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(GuardedTypes source) {
        sources.add(source);
    }

    public void remove(GuardedTypes source) {
        sources.remove(source);
    }

    /**
     * The fields of a type; those it had when its module was last there, where it is away now.
     *
     * @throws UnavailableException where it has not been seen yet: what is to be hidden isn't known
     */
    List<GuardedField> fields(String type) {
        sources.stream()
                .flatMap(source -> source.types().stream())
                .filter(known -> known.code().equals(type))
                .forEach(known -> lastSeen.put(type, known.fields()));
        return Optional.ofNullable(lastSeen.get(type)).orElseThrow(() -> new UnavailableException(type, RETRY_AFTER));
    }

    /** By code; a type that only these roles know of, its module being away, has its code for a name. */
    List<GuardedType> with(List<Role> roles) {
        TreeMap<String, GuardedType> types = new TreeMap<>();
        sources.forEach(source -> source.types().forEach(type -> types.put(type.code(), type)));
        roles.forEach(role -> role.data()
                .grants()
                .forEach((code, actions) -> types.computeIfAbsent(
                        code,
                        missing -> new GuardedType(
                                missing,
                                new Text(missing, missing),
                                actions,
                                lastSeen.getOrDefault(missing, List.of())))));
        return List.copyOf(types.values());
    }
}
