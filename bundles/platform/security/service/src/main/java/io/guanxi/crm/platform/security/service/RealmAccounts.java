package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.Source;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts of those whom another realm lets in: made at first sign-in, and given its roles at each. */
@Component(service = RealmAccounts.class)
public class RealmAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(RealmAccounts.class);

    private final UserTable users;
    private final LoginTable logins;
    private final RoleTable roles;
    private final DepartmentTable departments;
    private final Administration administration;
    private final IdentitySources sources;
    private final Clock clock;

    @Activate
    public RealmAccounts(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference IdentitySources sources) {
        this(new Jdbc(dataSource), administration, sources, Clock.systemUTC());
    }

    RealmAccounts(Jdbc jdbc, Administration administration, IdentitySources sources, Clock clock) {
        this.users = new UserTable(jdbc);
        this.logins = new LoginTable(jdbc);
        this.roles = new RoleTable(jdbc);
        this.departments = new DepartmentTable(jdbc);
        this.administration = administration;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * The account of somebody whose password is right; empty where they are not to come in all the same.
     *
     * @param name as it was typed
     * @param groups what the realm gives them
     */
    Optional<Login> of(String realm, String name, Set<String> groups) {
        String key = Login.key(name);
        Optional<User> known = users.named(key);
        if (!mayComeIn(realm, known)) {
            LOG.info("{} is known to the realm {}, but has no account that it opens", name, realm);
            return Optional.empty();
        }
        if (known.flatMap(User::source).filter(source -> !source.isRealm()).isEmpty()
                && known.filter(user -> isAsWanted(user, realm, groups)).isEmpty()
                && !settled(realm, name, groups)) {
            return Optional.empty();
        }
        return logins.find(key).filter(Login::enabled);
    }

    private boolean mayComeIn(String realm, Optional<User> known) {
        SignInSettings settings = sources.settings();
        return known.map(user -> user.data().enabled() && isOpenedBy(user.source(), realm))
                .orElse(settings.createUsers());
    }

    private boolean isOpenedBy(Optional<Source> source, String realm) {
        return source.map(its -> its.isRealm()
                        ? its.isRealm(realm) || sources.settings().adopt()
                        // Who comes from a provider signs in by a realm unless the provider checks passwords itself.
                        : sources.provider(its.code())
                                .filter(provider -> !provider.checksPasswords())
                                .isPresent())
                .orElse(sources.settings().adopt());
    }

    private boolean isAsWanted(User user, String realm, Set<String> groups) {
        return user.source().filter(source -> source.isRealm(realm)).isPresent()
                && wanted(user.data(), Optional.of(user), groups).equals(user.data());
    }

    private boolean settled(String realm, String name, Set<String> groups) {
        return Callers.callAs(
                Caller.system("realm:" + realm), () -> administration.alone(() -> settle(realm, name, groups)));
    }

    private boolean settle(String realm, String name, Set<String> groups) {
        Optional<User> known = users.named(Login.key(name));
        // Somebody may have changed it meanwhile.
        if (!mayComeIn(realm, known)) {
            return false;
        }
        UserData wanted = wanted(known.map(User::data).orElseGet(() -> UserData.of(name, Set.of())), known, groups);
        FieldErrors errors = new FieldErrors();
        UserData clean = UserRules.clean(wanted, codes(), true, errors);
        if (!errors.isEmpty()) {
            LOG.info("{} is known to the realm {}, but gets no account: {}", name, realm, errors.found());
            return false;
        }
        String by = Callers.require().name();
        long id = known.map(User::id).orElseGet(() -> users.insert(clean, PasswordHash.NONE, by, clock.instant()));
        if (known.filter(user -> !clean.equals(user.data())).isPresent()) {
            users.update(id, clean, by, clock.instant());
        }
        if (known.flatMap(User::source).filter(source -> source.isRealm(realm)).isEmpty()) {
            users.moveTo(id, Source.realm(realm, clean.name()));
        }
        administration.told(OwnTypes.USER, id, known.map(User::data), Optional.of(clean));
        return true;
    }

    private UserData wanted(UserData before, Optional<User> known, Set<String> groups) {
        SignInSettings settings = sources.settings();
        Set<String> codes = new HashSet<>(settings.rolesOf(groups));
        codes.retainAll(codes());
        if (known.filter(this::isLastAdministrator).isPresent() && codes.add(Caller.ADMINISTRATOR)) {
            LOG.warn("{} stays an administrator, being the last one", before.name());
        }
        Optional<Long> department =
                settings.departments().isEmpty() ? before.department() : department(settings.departments(), groups);
        return before.withRoles(codes).in(department);
    }

    private boolean isLastAdministrator(User user) {
        return user.data().enabled()
                && user.data().roles().contains(Caller.ADMINISTRATOR)
                && !users.hasAdministratorBeside(user.id());
    }

    private Set<String> codes() {
        return roles.all().stream().map(Role::data).map(data -> data.code()).collect(Collectors.toSet());
    }

    private Optional<Long> department(Map<String, List<String>> places, Set<String> groups) {
        return places.entrySet().stream()
                .filter(place -> groups.contains(place.getKey()))
                .findFirst()
                .flatMap(place -> department(place.getValue()));
    }

    /** By its names from the top, or by {@code #} and its id: files of settings hold no Chinese without escapes. */
    private Optional<Long> department(List<String> names) {
        if (names.size() == 1 && names.get(0).matches("#[1-9][0-9]{0,17}")) {
            return departments.find(Long.parseLong(names.get(0).substring(1))).map(DepartmentTable.Row::id);
        }
        List<DepartmentTable.Row> all = departments.all();
        Optional<Long> here = Optional.empty();
        for (String name : names) {
            Optional<Long> above = here;
            here = all.stream()
                    .map(DepartmentTable.Row::department)
                    .filter(one -> one.data().parent().equals(above)
                            && Login.key(one.data().name()).equals(Login.key(name)))
                    .map(one -> one.id())
                    .findFirst();
            if (here.isEmpty()) {
                LOG.warn("io.guanxi.crm.signin names a department that there is not: {}", String.join("/", names));
                return here;
            }
        }
        return here;
    }

    /** The account of somebody whose password a provider found right. */
    Optional<Login> of(IdentityProvider provider, String name) {
        String key = Login.key(name);
        return users.named(key)
                .filter(user -> user.source()
                        .filter(source -> source.code().equals(provider.id()))
                        .isPresent())
                .flatMap(user -> logins.find(key))
                .filter(Login::enabled);
    }
}
