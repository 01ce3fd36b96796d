package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Sign-in through the JAAS realm, throttled; and by tokens. */
@Component
public class JaasSignIn implements SignIn {

    // Each computation takes 19 MiB and a core.
    private static final int AT_ONCE = 4;
    private static final int LONGEST_TEXT = 200;

    private final LoginTable users;
    private final Sessions sessions;
    private final KeyCallers keys;
    private final JaasLogin login;
    private final Throttle throttle;
    private final VerifiedPasswords verified;
    private final Recent<Login> recent;
    private final SignInTrail trail;
    private final SharedChecks checks = new SharedChecks();
    private final Semaphore computing = new Semaphore(AT_ONCE);

    @Activate
    public JaasSignIn(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference(target = "(realm=crm)") JaasRealm realm,
            @Reference Sessions sessions,
            @Reference Edition edition,
            BundleContext bundles) {
        this(
                new Jdbc(dataSource),
                sessions,
                new JaasLogin(realm.getName()),
                Clock.systemUTC(),
                edition,
                new SignInTrail(Neighbour.tracked(bundles, AuditTrail.class)));
    }

    JaasSignIn(Jdbc jdbc, Sessions sessions, JaasLogin login, Clock clock, Edition edition) {
        this(jdbc, sessions, login, clock, edition, SignInTrail.none());
    }

    JaasSignIn(Jdbc jdbc, Sessions sessions, JaasLogin login, Clock clock, Edition edition, SignInTrail trail) {
        this.trail = trail;
        this.users = new LoginTable(jdbc);
        this.keys = new KeyCallers(jdbc, clock, edition);
        this.sessions = sessions;
        this.login = login;
        this.throttle = new Throttle(clock);
        this.verified = new VerifiedPasswords(clock);
        this.recent = new Recent<>(clock, edition);
    }

    @Override
    public Optional<Caller> authenticate(String user, String password) {
        return verified(user, password).map(Login::toCaller);
    }

    @Override
    public Optional<Session> open(String user, String password, Origin from) {
        return verified(user, password).map(login -> {
            Session session = sessions.open(login, from);
            trail.signedIn(session.caller());
            return session;
        });
    }

    @Deactivate
    public void close() {
        trail.close();
    }

    @Override
    public Optional<Caller> apiKey(String token) {
        return token.length() > LONGEST_TEXT ? Optional.empty() : keys.find(token);
    }

    @Override
    public Optional<Session> session(String token) {
        return token.length() > LONGEST_TEXT ? Optional.empty() : sessions.find(token);
    }

    @Override
    public void close(String token) {
        session(token).ifPresent(session -> trail.signedOut(session.caller()));
        sessions.close(token);
    }

    private Optional<Login> verified(String name, String password) {
        if (name.length() > LONGEST_TEXT || password.length() > LONGEST_TEXT || !Login.isPossible(name)) {
            return Optional.empty();
        }
        String key = Login.key(name);
        Optional<Login> known = known(key, password);
        if (known.isPresent()) {
            return known;
        }
        Optional<Login> checked = checks.once(verified.entry(key, password), () -> checked(name, key, password));
        if (checked.isEmpty()) {
            trail.refused(name);
        }
        return checked;
    }

    private Optional<Login> known(String key, String password) {
        return recent.get(key, users::find).filter(user -> user.enabled() && verified.contains(password, user));
    }

    private Optional<Login> checked(String name, String key, String password) {
        Optional<Login> known = known(key, password);
        if (known.isPresent()) {
            return known;
        }
        throttle.attempt(key);
        if (!computed(name, password)) {
            return Optional.empty();
        }
        throttle.succeeded(key);
        Optional<Login> user = users.find(key).filter(Login::enabled);
        user.ifPresent(u -> verified.add(password, u));
        return user;
    }

    private boolean computed(String name, String password) {
        boolean acquired = false;
        try {
            acquired = computing.tryAcquire(2, TimeUnit.SECONDS);
            if (!acquired) {
                throw new TooManyRequestsException(Duration.ofSeconds(2));
            }
            return login.succeeds(name, password);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyRequestsException(Duration.ofSeconds(2));
        } finally {
            if (acquired) {
                computing.release();
            }
        }
    }
}
