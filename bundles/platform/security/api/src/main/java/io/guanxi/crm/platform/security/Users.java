package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The users of the realm {@code crm}. A change takes effect with the user's next request, on other nodes within two seconds.
 * Who isn't an administrator can't give a role that may do more than they may themselves, nor change a user who has one.
 */
@ProviderType
public interface Users {

    /**
     * @throws io.guanxi.crm.platform.problem.ConflictException where the name is taken
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming everything that is wrong
     */
    User create(UserData data, String password);

    /**
     * Changes all but the name. Who is disabled is signed out everywhere.
     *
     * @throws UnknownUserException where there is no such user
     * @throws io.guanxi.crm.platform.problem.StaleVersionException where the user has another version by now
     * @throws LastAdministratorException where nobody would be left who may do everything
     */
    User change(long id, long version, UnaryOperator<UserData> change);

    /** The fields of the user that come from elsewhere and can't be changed here meanwhile; {@code password} is one of them. */
    Set<String> managed(User user);

    /** Replaces the password and ends all sessions of the user. */
    void setPassword(long id, String password);

    Optional<User> find(long id);

    /** By what the user signs in with, whatever its case. */
    Optional<User> named(String name);

    /** What the list can be filtered and sorted by. */
    List<Field> fields();

    Slice<User> list(ListQuery query);

    long count(ListQuery query);
}
