package io.guanxi.crm.platform.security;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How a fresh installation gets its first user: nobody can sign in until whoever can read a file on the server makes an
 * administrator with the token in it.
 */
@ProviderType
public interface SetUp {

    /** True until there is a user. */
    boolean isNeeded();

    /** Where the token is, 128 bits, for the owner of the process to read; gone once there is a user. */
    Path tokenFile();

    /**
     * Makes the first administrator, which uses the token up.
     *
     * @throws io.guanxi.crm.platform.problem.InvalidValueException naming {@code token}, {@code name} or {@code password}
     * @throws io.guanxi.crm.platform.problem.ConflictException where there is a user by now
     * @throws io.guanxi.crm.platform.problem.TooManyRequestsException after too many wrong tokens
     */
    User makeAdministrator(String token, String name, String password);
}
