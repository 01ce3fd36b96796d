package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.UnknownUserException;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.UserData;
import io.guanxi.crm.platform.security.Users;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Moves a user, gives other roles, lets in or keeps out. */
@Service
@Command(
        scope = "crm",
        name = "user-change",
        description = "Changes a user's roles or department, disables or enables it; in force with the next request")
public class UserChangeCommand extends CrmCommand {

    @Argument(name = "name", required = true)
    private String name = "";

    @Option(name = "--role", description = "Code of a role; those given replace all of before", multiValued = true)
    private List<String> roles = List.of();

    @Option(name = "--department", description = "Id of a department, or none")
    private String department = "";

    @Option(name = "--disable", description = "Ends the user's sessions and refuses new ones")
    private boolean disable;

    @Option(name = "--enable", description = "Lets the user sign in again")
    private boolean enable;

    @Override
    void run(PrintStream console) {
        if (disable && enable) {
            throw new IllegalArgumentException("--disable or --enable, not both");
        }
        User changed = with(Users.class, users -> {
            User user = users.named(name).orElseThrow(UnknownUserException::new);
            return users.change(user.id(), user.version(), this::wanted);
        });
        Shown.users(List.of(changed)).print(console);
    }

    private UserData wanted(UserData before) {
        UserData data = roles.isEmpty() ? before : before.withRoles(Set.copyOf(roles));
        if (!department.isEmpty()) {
            data = data.in(department.equals("none") ? Optional.empty() : Shown.id(department));
        }
        return disable || enable ? data.enabled(enable) : data;
    }
}
