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
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What roles can be given, as the modules come and go. */
@Component(service = KnownTypes.class)
public class KnownTypes {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Optional<BundleContext> bundles;
    private final List<ServiceReference<GuardedTypes>> sources = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<ServiceReference<GuardedTypes>, GuardedTypes> taken = new ConcurrentHashMap<>();
    private final List<GuardedTypes> fixed = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, List<GuardedField>> lastSeen = new ConcurrentHashMap<>();

    @Activate
    public KnownTypes(BundleContext bundles) {
        this.bundles = Optional.of(bundles);
    }

    /** For plain Java, where nothing comes and goes. */
    KnownTypes() {
        this.bundles = Optional.empty();
    }

    // Taken when it is asked, never before: who names types may need somebody to ask for rights, and that needs this.
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(ServiceReference<GuardedTypes> source) {
        sources.add(source);
    }

    public void unbind(ServiceReference<GuardedTypes> source) {
        sources.remove(source);
        if (taken.remove(source) != null) {
            bundles.ifPresent(context -> context.ungetService(source));
        }
    }

    /** For plain Java. */
    void add(GuardedTypes source) {
        fixed.add(source);
    }

    private Stream<GuardedType> named() {
        Stream<GuardedTypes> there =
                bundles.stream().flatMap(context -> sources.stream().flatMap(ref -> there(context, ref)));
        return Stream.concat(fixed.stream(), there).flatMap(source -> source.types().stream());
    }

    private Stream<GuardedTypes> there(BundleContext context, ServiceReference<GuardedTypes> source) {
        GuardedTypes known = taken.get(source);
        if (known != null) {
            return Stream.of(known);
        }
        Optional<GuardedTypes> now = Optional.ofNullable(context.getService(source));
        now.ifPresent(types -> taken.put(source, types));
        return now.stream();
    }

    /**
     * The fields of a type; those it had when its module was last there, where it is away now.
     *
     * @throws UnavailableException where it has not been seen yet: what is to be hidden isn't known
     */
    List<GuardedField> fields(String type) {
        named().filter(known -> known.code().equals(type)).forEach(known -> lastSeen.put(type, known.fields()));
        return Optional.ofNullable(lastSeen.get(type)).orElseThrow(() -> new UnavailableException(type, RETRY_AFTER));
    }

    /** By code; a type that only these roles know of, its module being away, has its code for a name. */
    List<GuardedType> with(List<Role> roles) {
        TreeMap<String, GuardedType> types = new TreeMap<>();
        named().forEach(type -> types.put(type.code(), type));
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
