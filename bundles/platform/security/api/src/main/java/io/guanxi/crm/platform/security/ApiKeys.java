package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The API keys: the caller's own, and to administrators all. A key never may more than its owner may at the time, and
 * nothing once the owner is disabled.
 */
@ProviderType
public interface ApiKeys {

    /**
     * Makes a key of the caller's own.
     *
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming everything that is wrong
     * @throws io.guanxi.crm.platform.problem.ConflictException where the caller has a key of the name, or too many
     */
    IssuedKey issue(ApiKeyData data);

    /** By owner and name. */
    List<ApiKey> list();

    Optional<ApiKey> find(long id);

    /** From now on it is refused. */
    void revoke(long id);
}
