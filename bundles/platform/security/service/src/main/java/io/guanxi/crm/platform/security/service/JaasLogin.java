package io.guanxi.crm.platform.security.service;

import java.io.IOException;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/** Name and password, asked of a JAAS realm. */
final class JaasLogin {

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

    boolean succeeds(String name, String password) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JAAS looks its modules up here; an HTTP thread may have the class loader of any bundle.
        thread.setContextClassLoader(JaasLogin.class.getClassLoader());
        try {
            new LoginContext(realm, new Subject(), callbacks -> answer(callbacks, name, password), configuration)
                    .login();
            return true;
        } catch (FailedLoginException e) {
            return false;
        } catch (LoginException e) {
            throw new IllegalStateException("the JAAS realm " + realm + " can't be asked", e);
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
