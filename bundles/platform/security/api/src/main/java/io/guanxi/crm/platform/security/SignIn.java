package io.guanxi.crm.platform.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tells callers by password, by session and by API key. */
@ProviderType
public interface SignIn {

    /**
     * Checks name and password against the realms of the configuration, {@code crm} if there is none; unknown names and wrong passwords look alike.
     *
     * @throws io.guanxi.crm.platform.problem.TooManyRequestsException after too many failures
     */
    Optional<Caller> authenticate(String user, String password);

    /** Like {@link #authenticate}, and opens a session that survives restarts. */
    Optional<Session> open(String user, String password, Origin from);

    /**
     * The caller behind an API key, named {@code owner:key}; empty for an unknown, revoked or expired one, and for one whose
     * owner is disabled.
     */
    Optional<Caller> apiKey(String token);

    /** The live session of this token; empty for an unknown, closed or expired one. */
    Optional<Session> session(String token);

    /** Ends the session; nothing happens where there is none. */
    void close(String token);
}
