package io.guanxi.crm.itests;

import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
import java.util.Set;

/** An account for the tests, made through the service as an operator would by the shell. */
record Tester(String name, String password) {

    private static final String PASSWORD = "correct horse battery staple";

    static Tester of(Users users, String role) {
        String name = "tester-" + role;
        Callers.runAs(Caller.system("itests"), () -> {
            if (users.named(name).isEmpty()) {
                users.create(UserData.of(name, Set.of(role)), PASSWORD);
            }
        });
        return new Tester(name, PASSWORD);
    }

    Web web() {
        return Web.signedOut().basic(name, password);
    }
}
