package io.guanxi.crm.platform.security.service;

import java.util.Optional;

/**
 * Compares a password with the stored one; a name nobody has, or somebody who is disabled or signs in elsewhere, takes as long as a
 * wrong password.
 */
final class PasswordCheck {

    private final LoginTable users;
    private final String nobodysHash = PasswordHash.of(RandomText.token());

    PasswordCheck(LoginTable users) {
        this.users = users;
    }

    Optional<Login> verify(String name, String password) {
        Optional<Login> user = users.find(Login.key(name)).filter(login -> login.enabled() && login.hasPassword());
        boolean matches =
                PasswordHash.matches(password, user.map(Login::passwordHash).orElse(nobodysHash));
        return matches ? user : Optional.empty();
    }
}
