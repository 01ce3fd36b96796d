package io.guanxi.crm.platform.web;

import java.util.Optional;

/**
 * The first administrator.
 *
 * @param token what the server's file {@code setup-token} holds
 */
public record SetUpBody(Optional<String> token, Optional<String> name, Optional<String> password) {

    /** Never with token and password, wherever it ends up. */
    @Override
    public String toString() {
        return "SetUpBody[" + name.orElse("") + "]";
    }
}
