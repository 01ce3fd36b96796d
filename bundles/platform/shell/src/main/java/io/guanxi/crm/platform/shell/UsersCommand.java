package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.query.ListQuery;
import io.guanxi.crm.platform.query.SortOrder;
import io.guanxi.crm.platform.security.User;
import io.guanxi.crm.platform.security.Users;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the users. */
@Service
@Command(scope = "crm", name = "users", description = "Shows users by name")
public class UsersCommand extends CrmCommand {

    private static final int SHOWN = 200;

    @Argument(name = "text", description = "Part of a name or an e-mail address")
    private String text = "";

    @Override
    void run(PrintStream console) {
        List<User> found = with(Users.class, users -> {
            ListQuery all = ListQuery.all(SortOrder.parse("name", users.fields()), SHOWN);
            return users.list(text.isEmpty() ? all : all.search(text)).rows();
        });
        Shown.users(found).print(console);
    }
}
