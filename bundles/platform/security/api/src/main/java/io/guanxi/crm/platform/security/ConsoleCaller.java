package io.guanxi.crm.platform.security;

import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** Whoever types at the container's console. */
public final class ConsoleCaller {

    private static final String USER = "org.apache.karaf.jaas.boot.principal.UserPrincipal";
    private static final String NOBODY = "unknown";

    private ConsoleCaller() {}

    /**
     * A part of the system named {@code shell:lin} after the one who signed in, and not after the session's variable {@code
     * USER}, which anybody can set. What a user of the console may do is up to the rights of commands.
     */
    public static Caller current() {
        return Caller.system("shell:" + user().orElse(NOBODY));
    }

    private static Optional<String> user() {
        return Optional.ofNullable(subject()).stream()
                .flatMap(subject -> subject.getPrincipals().stream())
                .filter(principal -> principal.getClass().getName().equals(USER))
                .map(Principal::getName)
                .findFirst();
    }

    // What Karaf itself asks when it looks at the rights of a command.
    @SuppressWarnings("removal")
    private static @Nullable Subject subject() {
        return Subject.getSubject(AccessController.getContext());
    }
}
