package io.guanxi.crm.itests;

import io.guanxi.crm.platform.security.Accounts;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.Set;

/** An account for the tests, made through the service as an operator would by the shell. */
record Tester(String name, String password) {

    private static final String PASSWORD = "correct horse battery staple";

    static Tester of(Accounts accounts, String role) {
        String name = "tester-" + role;
        Callers.runAs(Caller.system("itests"), () -> {
            boolean known =
                    accounts.list().stream().anyMatch(account -> account.name().equals(name));
            if (!known) {
                accounts.create(name, PASSWORD, Set.of(role));
            }
        });
        return new Tester(name, PASSWORD);
    }

    Web web() {
        return Web.signedOut().basic(name, password);
    }
}
