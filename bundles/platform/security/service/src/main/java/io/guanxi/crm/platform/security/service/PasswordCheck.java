package io.guanxi.crm.platform.security.service;

import java.util.Optional;

/** Compares a password with the stored one; a name nobody has takes as long as a wrong password. */
final class PasswordCheck {

    private final UserTable users;
    private final String nobodysHash = PasswordHash.of(RandomText.password());

    PasswordCheck(UserTable users) {
        this.users = users;
    }

    Optional<User> verify(String name, String password) {
        Optional<User> user = users.find(User.key(name));
        boolean matches =
                PasswordHash.matches(password, user.map(User::passwordHash).orElse(nobodysHash));
        return matches ? user : Optional.empty();
    }
}
