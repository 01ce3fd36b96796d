package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.privacy.PersonalValue;
import io.guanxi.crm.platform.privacy.Subject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Shows everything that is kept of a person. */
@Service
@Command(scope = "crm", name = "person-export", description = "Shows everything that is kept of a person")
public class PersonExportCommand extends CrmCommand {

    @Argument(name = "id", description = "Of the person, or of the customer that is one", required = true)
    private long id;

    @Option(name = "--customer", description = "The id is that of a customer who is a person or a household")
    private boolean customer;

    @Override
    void run(PrintStream console) {
        List<PersonalValue> values = new ArrayList<>();
        with(PersonalData.class, data -> data.export(new Subject(customer ? "customer" : "person", id), values::add));
        ShellTable table = new ShellTable().emptyTableText("nothing");
        List.of("Record", "Field", "Value").forEach(table::column);
        for (PersonalValue value : values) {
            table.addRow().addContent(value.type() + " " + value.record(), value.field(), value.value());
        }
        table.print(console);
    }
}
