package io.guanxi.crm.platform.web;

import java.util.Optional;

/** A new password for somebody. */
public record PasswordBody(Optional<String> password) {

    /** Never with the password, wherever it ends up. */
    @Override
    public String toString() {
        return "PasswordBody[]";
    }
}
