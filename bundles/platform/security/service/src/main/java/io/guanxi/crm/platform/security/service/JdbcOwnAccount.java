package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.OpenSession;
import io.guanxi.crm.platform.security.OwnAccount;
import io.guanxi.crm.platform.security.ProfileData;
import io.guanxi.crm.platform.security.SignIn;
import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own account in the database. */
@Component
public class JdbcOwnAccount implements OwnAccount {

    private final UserTable users;
    private final LoginTable logins;
    private final Administration administration;
    private final Sessions sessions;
    private final SignIn signIn;
    private final IdentitySources sources;
    private final Clock clock;

    @Activate
    public JdbcOwnAccount(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference Administration administration,
            @Reference Sessions sessions,
            @Reference SignIn signIn,
            @Reference IdentitySources sources) {
        this(new Jdbc(dataSource), administration, sessions, signIn, sources, Clock.systemUTC());
    }

    JdbcOwnAccount(
            Jdbc jdbc,
            Administration administration,
            Sessions sessions,
            SignIn signIn,
            IdentitySources sources,
            Clock clock) {
        this.users = new UserTable(jdbc);
        this.logins = new LoginTable(jdbc);
        this.administration = administration;
        this.sessions = sessions;
        this.signIn = signIn;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public User get() {
        return stored(OwnLogin.require(logins));
    }

    @Override
    public Optional<User> find() {
        return OwnLogin.find(logins).map(this::stored);
    }

    private User stored(Login login) {
        return users.find(login.id()).orElseThrow(UnknownUserException::new);
    }

    @Override
    public User change(long version, UnaryOperator<ProfileData> change) {
        Login login = OwnLogin.require(logins);
        return administration.alone(() -> {
            User before = stored(login);
            if (before.version() != version) {
                throw new StaleVersionException();
            }
            FieldErrors errors = new FieldErrors();
            UserData wanted = with(before.data(), change.apply(ProfileData.of(before.data())));
            UserData clean = UserRules.clean(wanted, before.data().roles(), true, errors);
            errors.throwIfAny();
            if (!clean.equals(before.data())) {
                boolean renamed = !clean.fullName().equals(before.data().fullName());
                sources.requireOurs(before, renamed ? Set.of("fullName") : Set.of());
                users.update(login.id(), clean, login.name(), clock.instant());
                administration.told(OwnTypes.USER, login.id(), Optional.of(before.data()), Optional.of(clean));
            }
            return stored(login);
        });
    }

    private static UserData with(UserData data, ProfileData profile) {
        return new UserData(
                data.name(),
                profile.fullName(),
                data.email(),
                data.department(),
                data.roles(),
                data.enabled(),
                profile.language(),
                profile.timeZone());
    }

    @Override
    public void changePassword(String current, String wanted, Optional<String> token) {
        Login login = OwnLogin.require(logins);
        sources.requireOurs(stored(login), Set.of("password"));
        FieldErrors errors = new FieldErrors();
        // What can't be right is told before it counts as a guess.
        if (current.isEmpty()) {
            errors.add("current", "required", "A value is required.", "此项必填。");
        }
        UserRules.checkPassword(wanted, errors);
        errors.throwIfAny();
        if (signIn.authenticate(login.name(), current).isEmpty()) {
            throw new InvalidValueException(
                    "current", "wrong-password", "This is not your current password.", "当前密码不正确。");
        }
        String hash = PasswordHash.of(wanted);
        administration.alone(() -> {
            logins.changePassword(login.id(), hash);
            sessions.closeOthers(login.id(), token);
            administration.toldPassword(login.id());
            return login;
        });
    }

    @Override
    public List<OpenSession> sessions(Optional<String> token) {
        return sessions.of(OwnLogin.require(logins).id(), token);
    }

    @Override
    public void endSession(String id) {
        Login login = OwnLogin.require(logins);
        boolean ended = administration.alone(() -> sessions.close(login.id(), id));
        if (!ended) {
            throw new NotFoundException("unknown-session", "There is no such session.", "没有该会话。");
        }
    }

    @Override
    public void endOtherSessions(Optional<String> token) {
        Login login = OwnLogin.require(logins);
        administration.alone(() -> {
            sessions.closeOthers(login.id(), token);
            return login;
        });
    }
}
