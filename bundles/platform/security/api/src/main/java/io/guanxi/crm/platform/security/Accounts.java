package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The users of the realm {@code crm}. */
@ProviderType
public interface Accounts {

    /** An account as it stands. */
    record Account(String name, Set<String> roles) {}

    /**
     * @throws io.guanxi.crm.platform.problem.ConflictException where the name is taken
     * @throws io.guanxi.crm.platform.problem.InvalidValueException for a bad name, an unknown role or a password under 10 characters
     */
    Account create(String name, String password, Set<String> roles);

    /** Replaces the password and ends all sessions of the account. */
    void changePassword(String name, String password);

    /** By name. */
    List<Account> list();
}
