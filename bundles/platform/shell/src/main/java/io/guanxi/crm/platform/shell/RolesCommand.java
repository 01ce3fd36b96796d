package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.Role;
import io.guanxi.crm.platform.security.Roles;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows the roles. */
@Service
@Command(scope = "crm", name = "roles", description = "Shows the roles that users can have")
public class RolesCommand extends CrmCommand {

    @Override
    void run(PrintStream console) {
        ShellTable table = new ShellTable();
        List.of("Code", "Name", "").forEach(table::column);
        for (Role role : with(Roles.class, Roles::list)) {
            table.addRow().addContent(role.data().code(), role.data().label().en(), state(role));
        }
        table.print(console);
    }

    private static String state(Role role) {
        if (!role.shipped()) {
            return "made here";
        }
        return role.changed() ? "changed" : "";
    }
}
