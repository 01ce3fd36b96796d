package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.Department;
import io.guanxi.crm.platform.security.Departments;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows the departments. */
@Service
@Command(scope = "crm", name = "departments", description = "Shows the departments, each behind the one above it")
public class DepartmentsCommand extends CrmCommand {

    @Override
    void run(PrintStream console) {
        ShellTable table = new ShellTable().emptyTableText("no department");
        List.of("Id", "Name", "Below").forEach(table::column);
        for (Department department : with(Departments.class, Departments::list)) {
            table.addRow()
                    .addContent(
                            department.id(),
                            department.data().name(),
                            department.data().parent().map(String::valueOf).orElse(""));
        }
        table.print(console);
    }
}
