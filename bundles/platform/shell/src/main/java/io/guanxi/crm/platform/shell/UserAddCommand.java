package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.ShippedRole;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
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

    @Option(name = "--role", description = "Code of a role, as crm:roles shows them", multiValued = true)
    private List<String> roles = List.of(ShippedRole.SALES.code());

    @Option(name = "--department", description = "Id of a department, as crm:departments shows them")
    private String department = "";

    @Override
    void run(PrintStream console) {
        String password = RandomPassword.create();
        UserData data = UserData.of(name, Set.copyOf(roles)).in(Shown.id(department));
        User user = with(Users.class, users -> users.create(data, password));
        console.println("user: " + user.data().name() + "  password: " + password);
    }
}
