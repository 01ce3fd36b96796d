package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.SetUp;
import io.guanxi.crm.platform.security.User;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes the first administrator with a random password; without arguments it says whether there is none yet. */
@Service
@Command(scope = "crm", name = "setup", description = "Makes the first administrator and prints its password, once")
public class SetUpCommand extends CrmCommand {

    @Argument(index = 0, name = "token", description = "What the file setup-token in the data folder holds")
    private String token = "";

    @Argument(index = 1, name = "name", description = "What the administrator signs in with")
    private String name = "admin";

    @Override
    void run(PrintStream console) {
        if (token.isEmpty()) {
            console.println(with(SetUp.class, SetUpCommand::state));
            return;
        }
        String password = RandomPassword.create();
        User made = with(SetUp.class, setUp -> setUp.makeAdministrator(token, name, password));
        console.println("user: " + made.data().name() + "  password: " + password);
    }

    private static String state(SetUp setUp) {
        return setUp.isNeeded()
                ? "There is no user yet; the token is in " + setUp.tokenFile()
                : "There are users: set-up is done.";
    }
}
