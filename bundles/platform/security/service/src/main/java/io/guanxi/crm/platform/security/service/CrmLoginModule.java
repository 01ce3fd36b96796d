package io.guanxi.crm.platform.security.service;

import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** JAAS login by name and password against our users; made by JAAS, which wants a constructor without parameters. */
public class CrmLoginModule implements LoginModule {

    static final String CHECK = "crm.passwordCheck";

    private final Set<Principal> principals = new LinkedHashSet<>();
    private Subject subject = new Subject();
    private CallbackHandler handler = callbacks -> {};
    private Optional<PasswordCheck> check = Optional.empty();

    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        this.check = Optional.ofNullable((PasswordCheck) options.get(CHECK));
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user: ");
        PasswordCallback password = new PasswordCallback("password: ", false);
        ask(name, password);
        if (name.getName() == null || password.getPassword() == null) {
            throw new FailedLoginException("name and password are needed");
        }
        String typed = new String(password.getPassword());
        password.clearPassword();
        Login user = check.flatMap(c -> c.verify(name.getName(), typed))
                .orElseThrow(() -> new FailedLoginException("unknown name or wrong password"));
        principals.add(new UserPrincipal(user.name()));
        user.roles().forEach(role -> principals.add(new RolePrincipal(role)));
        return true;
    }

    private void ask(Callback... callbacks) throws LoginException {
        try {
            handler.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException e) {
            LoginException failure = new LoginException("can't ask for name and password");
            failure.initCause(e);
            throw failure;
        }
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
