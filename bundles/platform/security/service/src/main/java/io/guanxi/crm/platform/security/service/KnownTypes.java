package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.GuardedType;
import io.guanxi.crm.platform.security.GuardedTypes;
import io.guanxi.crm.platform.security.Role;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What roles can be given, as the modules come and go. */
@Component(service = KnownTypes.class)
public class KnownTypes {

    private final List<GuardedTypes> sources = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(GuardedTypes source) {
        sources.add(source);
    }

    public void remove(GuardedTypes source) {
        sources.remove(source);
    }

    /** By code; a type that only these roles know of, its module being away, has its code for a name. */
    List<GuardedType> with(List<Role> roles) {
        TreeMap<String, GuardedType> types = new TreeMap<>();
        sources.forEach(source -> source.types().forEach(type -> types.put(type.code(), type)));
        roles.forEach(role -> role.data()
                .grants()
                .forEach((code, actions) -> types.computeIfAbsent(
                        code, missing -> new GuardedType(missing, new Text(missing, missing), actions))));
        return List.copyOf(types.values());
    }
}
