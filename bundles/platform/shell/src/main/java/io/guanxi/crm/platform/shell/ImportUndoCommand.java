package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.UndoJob;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes an import back, as the REST resource does. */
@Service
@Command(scope = "crm", name = "import-undo", description = "Takes an import back")
public class ImportUndoCommand extends CrmCommand {

    @Argument(index = 0, name = "id", description = "The import", required = true)
    private long id;

    @Override
    void run(PrintStream console) throws InterruptedException {
        Optional<UndoJob> undo =
                with(Imports.class, imports -> imports.undo(id)).undo();
        while (undo.filter(u -> !u.state().isOver()).isPresent()) {
            Thread.sleep(300);
            undo = with(Imports.class, imports -> imports.find(id)).flatMap(ImportJob::undo);
        }
        undo.ifPresent(u -> console.printf(
                "%s: %,d of %,d records taken back, %,d were changed since and stay%n",
                u.state().name().toLowerCase(Locale.ROOT), u.reverted(), u.records(), u.conflicts()));
    }
}
