package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.Set;
import org.junit.rules.ExternalResource;

/** The test runs as this caller. */
public final class SignedIn extends ExternalResource {

    private final Caller caller;

    public SignedIn(String name, String... roles) {
        this.caller = new Caller(name, Set.of(roles));
    }

    public static SignedIn administrator() {
        return new SignedIn("admin", Caller.ADMINISTRATOR);
    }

    @Override
    protected void before() {
        Callers.bind(caller);
    }

    @Override
    protected void after() {
        Callers.bind(null);
    }
}
