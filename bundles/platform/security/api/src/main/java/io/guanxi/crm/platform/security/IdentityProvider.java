package io.guanxi.crm.platform.security;

import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: a system that knows the enterprise's users and departments, such as an OA suite; an OSGi service. They are
 * taken over every hour and on demand. While the service is there, what comes from it can't be changed here.
 */
@ConsumerType
public interface IdentityProvider {

    /** Durable: 2 to 40 small letters, digits and dashes, a letter first. */
    String id();

    /** What people call it. */
    Text label();

    /**
     * All departments, in any order. Whatever this throws, nothing is changed. Those that are missing are deleted once nobody
     * is in them.
     */
    List<OutsideDepartment> departments();

    /** All users. Whatever this throws, nothing is changed. Those that are missing are disabled. */
    List<OutsideUser> users();

    /** True where it checks the passwords of its users itself; false: they sign in by a realm of the container. */
    default boolean checksPasswords() {
        return false;
    }

    /**
     * True where somebody of this name has this password. Asked for every name that somebody tries, those that are not its own
     * too; is to take as long for them.
     */
    default boolean isPassword(String name, String password) {
        return false;
    }
}
