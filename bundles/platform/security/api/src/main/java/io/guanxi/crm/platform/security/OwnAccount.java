package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The account of whoever calls. Everybody has these rights over their own; an API key, or a part of the system, has no
 * account of its own and is refused with {@link io.guanxi.crm.platform.problem.ForbiddenException}.
 */
@ProviderType
public interface OwnAccount {

    User get();

    /** Like {@link #get}; empty for who has none. */
    Optional<User> find();

    /** @throws io.guanxi.crm.platform.problem.StaleVersionException where it has another version by now */
    User change(long version, UnaryOperator<ProfileData> change);

    /**
     * Replaces the password and ends all other sessions.
     *
     * @param token of the session that stays; empty for none
     * @throws io.guanxi.crm.platform.problem.InvalidValueException where the current password is wrong, or the new one is
     *     too short
     * @throws io.guanxi.crm.platform.problem.TooManyRequestsException after too many wrong ones
     */
    void changePassword(String current, String wanted, Optional<String> token);

    /**
     * The newest first.
     *
     * @param token of the session that asks
     */
    List<OpenSession> sessions(Optional<String> token);

    /** @throws io.guanxi.crm.platform.problem.NotFoundException where the caller has no such session */
    void endSession(String id);

    /** @param token of the session that stays */
    void endOtherSessions(Optional<String> token);
}
