package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.User;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where users can come from beside our pages: the realms of the configuration, and the providers as they come and go. */
@Component(service = IdentitySources.class, configurationPid = "io.guanxi.crm.signin")
@Designate(ocd = SignInConfig.class)
public class IdentitySources {

    private static final Logger LOG = LoggerFactory.getLogger(IdentitySources.class);
    private static final String PASSWORD = "password";
    private static final Set<String> OF_PROVIDER =
            Set.of("fullName", "email", "departmentId", "roles", "enabled", PASSWORD);

    private final List<IdentityProvider> providers = new CopyOnWriteArrayList<>();
    private volatile SignInSettings settings = SignInSettings.OWN;

    @Activate
    @Modified
    public void configure(SignInConfig config) {
        settings = SignInSettings.of(config);
        LOG.info("passwords are checked by the realms {}", settings.realms());
    }

    void configure(SignInSettings wanted) {
        settings = wanted;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(IdentityProvider provider) {
        if (provider.id().matches("[a-z][a-z0-9-]{1,39}")) {
            providers.add(provider);
        } else {
            LOG.error("an identity provider is left out, its id being {}", provider.id());
        }
    }

    public void remove(IdentityProvider provider) {
        providers.remove(provider);
    }

    SignInSettings settings() {
        return settings;
    }

    /** By id. */
    List<IdentityProvider> providers() {
        return providers.stream()
                .sorted(Comparator.comparing(IdentityProvider::id))
                .toList();
    }

    Optional<IdentityProvider> provider(String id) {
        return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** The fields that can't be changed here as long as what they come from is there. */
    Set<String> managed(Optional<Source> source) {
        if (source.isEmpty() || !isThere(source.get())) {
            return Set.of();
        } else if (source.get().isRealm()) {
            Set<String> fields = new TreeSet<>(Set.of("roles", PASSWORD));
            if (!settings.departments().isEmpty()) {
                fields.add("departmentId");
            }
            return fields;
        }
        return OF_PROVIDER;
    }

    boolean isManaged(Department department) {
        return department.source().filter(this::isThere).isPresent();
    }

    private boolean isThere(Source source) {
        return source.isRealm()
                ? settings.realms().stream().anyMatch(source::isRealm)
                : provider(source.code()).isPresent();
    }

    /** @throws InvalidValueException naming the fields of these that come from elsewhere */
    void requireOurs(User user, Set<String> changed) {
        Set<String> theirs = new TreeSet<>(changed);
        theirs.retainAll(managed(user.source()));
        if (!theirs.isEmpty()) {
            throw new InvalidValueException(theirs.stream()
                    .map(field -> elsewhere(field, user.source()))
                    .toList());
        }
    }

    /** What is told of a field that is kept elsewhere. */
    static FieldError elsewhere(String field, Optional<Source> source) {
        String name = source.map(Source::code).orElse("");
        return FieldError.of(
                field,
                "kept-elsewhere",
                "This comes from " + name + ": change it there.",
                "此项来自 " + name + "，请在该系统中修改。");
    }
}
