package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.UniqueViolation;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.LastAdministratorException;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users in the database. */
@Component
public class JdbcUsers implements Users {

    private final UserTable table;
    private final UserList list;
    private final LoginTable logins;
    private final RoleTable roles;
    private final DepartmentTable departments;
    private final Administration administration;
    private final RoleMemory memory;
    private final Sessions sessions;
    private final IdentitySources sources;
    private final Clock clock;

    @Activate
    public JdbcUsers(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference RoleMemory memory,
            @Reference Sessions sessions,
            @Reference IdentitySources sources) {
        this(new Jdbc(dataSource), administration, memory, sessions, sources, Clock.systemUTC());
    }

    JdbcUsers(
            Jdbc jdbc,
            Administration administration,
            RoleMemory memory,
            Sessions sessions,
            IdentitySources sources,
            Clock clock) {
        this.table = new UserTable(jdbc);
        this.list = new UserList(jdbc, table);
        this.logins = new LoginTable(jdbc);
        this.roles = new RoleTable(jdbc);
        this.departments = new DepartmentTable(jdbc);
        this.administration = administration;
        this.memory = memory;
        this.sessions = sessions;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public User create(UserData data, String password) {
        return administration.change(OwnTypes.USER, () -> {
            FieldErrors errors = new FieldErrors();
            UserRules.checkPassword(password, errors);
            UserData clean = clean(data, errors);
            requireCovered(clean.roles());
            User made = stored(inserted(clean, PasswordHash.of(password)));
            administration.told(OwnTypes.USER, made.id(), Optional.empty(), Optional.of(made.data()));
            return made;
        });
    }

    private long inserted(UserData data, String passwordHash) {
        try {
            return table.insert(data, passwordHash, Callers.require().name(), clock.instant());
        } catch (SqlFailedException e) {
            if (UniqueViolation.of(e, UserTable.NAME_TAKEN)) {
                throw new ConflictException(FieldError.of("name", "name-taken", "This name is taken.", "该用户名已被占用。"));
            }
            throw e;
        }
    }

    @Override
    public User change(long id, long version, UnaryOperator<UserData> change) {
        return administration.change(OwnTypes.USER, () -> {
            User before = stored(id);
            if (before.version() != version) {
                throw new StaleVersionException();
            }
            UserData clean = clean(change.apply(before.data()), new FieldErrors());
            if (!clean.name().equals(before.data().name())) {
                throw new InvalidValueException("name", "read-only", "The name of a user stays.", "登录名不可修改。");
            }
            if (!clean.equals(before.data())) {
                requireCovered(before.data().roles());
                requireCovered(clean.roles());
                sources.requireOurs(before, changed(before.data(), clean));
                requireAdministrator(before, clean);
                update(id, clean);
                administration.told(OwnTypes.USER, id, Optional.of(before.data()), Optional.of(clean));
            }
            return stored(id);
        });
    }

    @Override
    public Set<String> managed(User user) {
        return sources.managed(user.source());
    }

    private static Set<String> changed(UserData before, UserData after) {
        Set<String> fields = new HashSet<>();
        if (!before.fullName().equals(after.fullName())) {
            fields.add("fullName");
        }
        if (!before.email().equals(after.email())) {
            fields.add("email");
        }
        if (!before.department().equals(after.department())) {
            fields.add("departmentId");
        }
        if (!before.roles().equals(after.roles())) {
            fields.add("roles");
        }
        if (before.enabled() != after.enabled()) {
            fields.add("enabled");
        }
        return fields;
    }

    private void update(long id, UserData data) {
        table.update(id, data, Callers.require().name(), clock.instant());
        if (!data.enabled()) {
            sessions.closeAll(id);
        }
    }

    /** Under the lock: two administrators can't take each other's place away at the same time. */
    private void requireAdministrator(User before, UserData wanted) {
        if (isAdministrator(before.data()) && !isAdministrator(wanted) && !table.hasAdministratorBeside(before.id())) {
            throw new LastAdministratorException();
        }
    }

    private static boolean isAdministrator(UserData data) {
        return data.enabled() && data.roles().contains(Caller.ADMINISTRATOR);
    }

    @Override
    public void setPassword(long id, String password) {
        FieldErrors errors = new FieldErrors();
        UserRules.checkPassword(password, errors);
        administration.change(OwnTypes.USER, () -> {
            User user = stored(id);
            requireCovered(user.data().roles());
            sources.requireOurs(user, Set.of("password"));
            errors.throwIfAny();
            logins.changePassword(id, PasswordHash.of(password));
            sessions.closeAll(id);
            administration.toldPassword(id);
            return id;
        });
    }

    @Override
    public Optional<User> find(long id) {
        administration.requireRead(OwnTypes.USER);
        return table.find(id);
    }

    @Override
    public Optional<User> named(String name) {
        administration.requireRead(OwnTypes.USER);
        return table.named(Login.key(name));
    }

    @Override
    public List<Field> fields() {
        return list.fields();
    }

    @Override
    public Slice<User> list(ListQuery query) {
        administration.requireRead(OwnTypes.USER);
        return list.page(query);
    }

    @Override
    public long count(ListQuery query) {
        administration.requireRead(OwnTypes.USER);
        return list.count(query);
    }

    private User stored(long id) {
        return table.find(id).orElseThrow(UnknownUserException::new);
    }

    private UserData clean(UserData data, FieldErrors errors) {
        Set<String> codes = roles.all().stream().map(role -> role.data().code()).collect(Collectors.toSet());
        boolean known =
                data.department().map(id -> departments.find(id).isPresent()).orElse(true);
        UserData clean = UserRules.clean(data, codes, known, errors);
        errors.throwIfAny();
        return clean;
    }

    private void requireCovered(Set<String> wanted) {
        if (!memory.coversRoles(Callers.require(), wanted)) {
            throw new ForbiddenException();
        }
    }
}
