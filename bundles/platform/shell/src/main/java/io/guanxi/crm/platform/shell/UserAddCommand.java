package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.Accounts;
import io.guanxi.crm.platform.security.Caller;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes a user with a random password. */
@Service
@Command(scope = "crm", name = "user-add", description = "Makes a user and prints its password, once")
public class UserAddCommand extends CrmCommand {

    @Argument(name = "name", required = true)
    private String name = "";

    @Option(name = "--role", description = "administrator, staff or viewer", multiValued = true)
    private List<String> roles = List.of(Caller.STAFF);

    @Override
    void run(PrintStream console) {
        String password = RandomPassword.create();
        Accounts.Account account = with(Accounts.class, accounts -> accounts.create(name, password, Set.copyOf(roles)));
        console.println("user: " + account.name() + "  password: " + password);
    }
}
