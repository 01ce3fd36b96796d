package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.IdentityProvider;
import io.guanxi.crm.platform.security.Origin;
import io.guanxi.crm.platform.security.Session;
import io.guanxi.crm.platform.security.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in through our own JAAS realm, others of the container and providers of users, throttled; and by tokens. */
@Component
public class JaasSignIn implements SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(JaasSignIn.class);

    // Each computation takes 19 MiB and a core.
    private static final int AT_ONCE = 4;
    private static final int ASKED_AT_ONCE = 16;
    private static final int LONGEST_TEXT = 200;

    private final LoginTable users;
    private final Sessions sessions;
    private final KeyCallers keys;
    private final JaasLogin login;
    private final Throttle throttle;
    private final VerifiedPasswords verified;
    private final Recent<Login> recent;
    private final SignInTrail trail;
    private final IdentitySources sources;
    private final RealmAccounts accounts;
    private final SharedChecks checks = new SharedChecks();
    private final Semaphore computing = new Semaphore(AT_ONCE);
    // A server that doesn't answer holds up nobody who needs none.
    private final Semaphore asking = new Semaphore(ASKED_AT_ONCE);

    @Activate
    public JaasSignIn(
            @Reference(target = "(osgi.jndi.service.name=crm/security)") DataSource dataSource,
            @Reference(target = "(realm=crm)") JaasRealm realm,
            @Reference Sessions sessions,
            @Reference Edition edition,
            @Reference IdentitySources sources,
            @Reference RealmAccounts accounts,
            BundleContext bundles) {
        this(
                new Jdbc(dataSource),
                sessions,
                new JaasLogin(realm.getName()),
                Clock.systemUTC(),
                edition,
                sources,
                accounts,
                new SignInTrail(Neighbour.tracked(bundles, AuditTrail.class)));
    }

    JaasSignIn(
            Jdbc jdbc,
            Sessions sessions,
            JaasLogin login,
            Clock clock,
            Edition edition,
            IdentitySources sources,
            RealmAccounts accounts) {
        this(jdbc, sessions, login, clock, edition, sources, accounts, SignInTrail.none());
    }

    private JaasSignIn(
            Jdbc jdbc,
            Sessions sessions,
            JaasLogin login,
            Clock clock,
            Edition edition,
            IdentitySources sources,
            RealmAccounts accounts,
            SignInTrail trail) {
        this.sources = sources;
        this.accounts = accounts;
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
        Optional<Login> user = opened(name, key, password);
        user.ifPresent(u -> {
            throttle.succeeded(key);
            verified.add(password, u);
        });
        return user;
    }

    /** Asks all in their order, whoever is meant, so that names look alike; the first counts who opens an account. */
    private Optional<Login> opened(String name, String key, String password) {
        for (String realm : sources.settings().realms()) {
            Optional<Login> user =
                    realm.equals(CrmRealm.NAME) ? ours(name, key, password) : theirs(realm, name, password);
            if (user.isPresent()) {
                return user;
            }
        }
        return sources.providers().stream()
                .filter(provider ->
                        provider.checksPasswords() && limited(asking, () -> knows(provider, name, password)))
                .flatMap(provider -> accounts.of(provider, name).stream())
                .findFirst();
    }

    private Optional<Login> ours(String name, String key, String password) {
        return limited(computing, () -> login.succeeds(name, password))
                ? users.find(key).filter(Login::enabled)
                : Optional.empty();
    }

    // Without a password, directories let everybody in and say that it was nobody.
    private Optional<Login> theirs(String realm, String name, String password) {
        return password.isEmpty()
                ? Optional.empty()
                : limited(asking, () -> login.at(realm).groups(name, password))
                        .flatMap(groups -> accounts.of(realm, name, groups));
    }

    private static boolean knows(IdentityProvider provider, String name, String password) {
        try {
            return !password.isEmpty() && provider.isPassword(name, password);
        } catch (RuntimeException e) {
            LOG.warn("{} can't check passwords", provider.id(), e);
            return false;
        }
    }

    private static <T> T limited(Semaphore places, Supplier<T> work) {
        boolean acquired = false;
        try {
            acquired = places.tryAcquire(2, TimeUnit.SECONDS);
            if (!acquired) {
                throw new TooManyRequestsException(Duration.ofSeconds(2));
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyRequestsException(Duration.ofSeconds(2));
        } finally {
            if (acquired) {
                places.release();
            }
        }
    }
}
