package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.Users;
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
        with(Users.class, users -> {
            User user = users.named(name).orElseThrow(UnknownUserException::new);
            users.setPassword(user.id(), password);
            return user;
        });
        console.println("user: " + name + "  password: " + password);
    }
}
