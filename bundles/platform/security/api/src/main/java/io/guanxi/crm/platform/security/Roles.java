package io.guanxi.crm.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The roles and what each may do. A change takes effect with the next request, on other nodes within two seconds. Who isn't an
 * administrator can't give a role more than they may do themselves.
 */
@ProviderType
public interface Roles {

    /** Shipped ones first, then by code. */
    List<Role> list();

    Optional<Role> find(long id);

    /**
     * @throws io.guanxi.crm.platform.problem.ConflictException where the code is taken
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming everything that is wrong
     */
    Role create(RoleData data);

    /**
     * Changes its name and its grants.
     *
     * @throws UnknownRoleException where there is no such role
     * @throws io.guanxi.crm.platform.problem.StaleVersionException where it has another version by now
     * @throws io.guanxi.crm.platform.problem.ConflictException for the role that may do everything
     */
    Role change(long id, long version, UnaryOperator<RoleData> change);

    /**
     * Makes a shipped role what it was.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException for any other
     */
    Role reset(long id);

    /** @throws io.guanxi.crm.platform.problem.ConflictException for a shipped role, and for one that a user has */
    void delete(long id);

    /** What grants can be about, by code: all types that the modules name, and those that are only in a role. */
    List<GuardedType> types();
}
