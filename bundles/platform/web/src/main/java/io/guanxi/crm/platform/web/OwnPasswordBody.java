package io.guanxi.crm.platform.web;

import java.util.Optional;

/**
 * A new password for oneself.
 *
 * @param current the password until now
 */
public record OwnPasswordBody(Optional<String> current, Optional<String> password) {

    /** Never with the passwords, wherever it ends up. */
    @Override
    public String toString() {
        return "OwnPasswordBody[]";
    }
}
