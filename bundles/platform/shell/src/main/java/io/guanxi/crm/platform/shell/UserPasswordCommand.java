package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.Accounts;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a user a new random password. */
@Service
@Command(scope = "crm", name = "user-password", description = "Gives a user a new password and prints it, once")
public class UserPasswordCommand extends CrmCommand {

    @Argument(name = "name", required = true)
    private String name = "";

    @Override
    void run(PrintStream console) {
        String password = RandomPassword.create();
        with(Accounts.class, accounts -> {
            accounts.changePassword(name, password);
            return name;
        });
        console.println("user: " + name + "  password: " + password);
    }
}
