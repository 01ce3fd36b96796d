package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.security.Identities;
import io.guanxi.crm.platform.security.SyncConflict;
import io.guanxi.crm.platform.security.SyncReport;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Takes the users and departments of other systems over. */
@Service
@Command(
        scope = "crm",
        name = "users-sync",
        description = "Takes users and departments over from a system that brings them, or from all")
public class UsersSyncCommand extends CrmCommand {

    @Argument(name = "provider", description = "Its id; all if none is given")
    private String provider = "";

    @Override
    void run(PrintStream console) {
        List<String> asked = provider.isEmpty()
                ? with(Identities.class, all -> all.providers().stream()
                        .map(Identities.Provider::id)
                        .toList())
                : List.of(provider);
        if (asked.isEmpty()) {
            console.println("no system brings users");
        }
        asked.forEach(id -> show(console, id, with(Identities.class, all -> all.synchronise(id))));
    }

    private static void show(PrintStream console, String id, SyncReport report) {
        ShellTable table = new ShellTable();
        List.of(id, "Created", "Changed", "Gone").forEach(table::column);
        row(table, "users", report.users());
        row(table, "departments", report.departments());
        table.print(console);
        if (report.conflictCount() > 0) {
            ShellTable conflicts = new ShellTable();
            List.of("", "Id", "Name", "Conflict").forEach(conflicts::column);
            for (SyncConflict one : report.conflicts()) {
                conflicts
                        .addRow()
                        .addContent(
                                one.recordType(),
                                one.externalId(),
                                one.name(),
                                one.text().en());
            }
            conflicts.print(console);
        }
    }

    private static void row(ShellTable table, String what, SyncReport.Counts counts) {
        table.addRow().addContent(what, counts.created(), counts.changed(), counts.gone());
    }
}
