package io.guanxi.crm.platform.security.service;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.GroupPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Name and password, asked of a JAAS realm. */
final class JaasLogin {

    private static final Logger LOG = LoggerFactory.getLogger(JaasLogin.class);

    private final String realm;
    private final @Nullable Configuration configuration;

    /** Against a realm of the container. */
    JaasLogin(String realm) {
        this(realm, null);
    }

    JaasLogin(String realm, @Nullable Configuration configuration) {
        this.realm = realm;
        this.configuration = configuration;
    }

    /** Another realm of the same configuration. */
    JaasLogin at(String other) {
        return new JaasLogin(other, configuration);
    }

    boolean succeeds(String name, String password) {
        try {
            login(name, password);
            return true;
        } catch (FailedLoginException e) {
            return false;
        } catch (LoginException e) {
            throw new IllegalStateException("the JAAS realm " + realm + " can't be asked", e);
        }
    }

    /**
     * The roles and groups that a realm which isn't ours gives somebody; empty where it doesn't let them in. Such realms say of
     * a wrong password and of a server out of reach the same.
     */
    Optional<Set<String>> groups(String name, String password) {
        try {
            Subject subject = login(name, password);
            return Optional.of(subject.getPrincipals().stream()
                    .filter(JaasLogin::isGroup)
                    .map(Principal::getName)
                    .collect(Collectors.toSet()));
        } catch (LoginException e) {
            LOG.debug("the JAAS realm {} refuses: {}", realm, e.getMessage());
            return Optional.empty();
        }
    }

    // By kind: a user may be called what a group is.
    private static boolean isGroup(Principal principal) {
        return principal instanceof RolePrincipal || principal instanceof GroupPrincipal;
    }

    private Subject login(String name, String password) throws LoginException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JAAS looks its modules up here; an HTTP thread may have the class loader of any bundle.
        thread.setContextClassLoader(JaasLogin.class.getClassLoader());
        try {
            LoginContext context = new LoginContext(
                    realm, new Subject(), callbacks -> answer(callbacks, name, password), configuration);
            context.login();
            return context.getSubject();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void answer(Callback[] callbacks, String name, String password)
            throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback asked) {
                asked.setName(name);
            } else if (callback instanceof PasswordCallback asked) {
                asked.setPassword(password.toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
