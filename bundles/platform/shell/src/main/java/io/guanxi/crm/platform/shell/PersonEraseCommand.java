package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.privacy.Erasure;
import io.guanxi.crm.platform.privacy.PersonalData;
import io.guanxi.crm.platform.privacy.Subject;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Erases a person everywhere. */
@Service
@Command(scope = "crm", name = "person-erase", description = "Erases a person everywhere; it can't be taken back")
public class PersonEraseCommand extends CrmCommand {

    @Argument(index = 0, name = "id", description = "Of the person, or of the customer that is one", required = true)
    private long id;

    @Argument(index = 1, name = "reason", description = "Why; it goes into the certificate", required = true)
    private String reason = "";

    @Option(name = "--customer", description = "The id is that of a customer who is a person or a household")
    private boolean customer;

    @Option(name = "--confirm", description = "Without it nothing is done")
    private boolean confirm;

    @Override
    void run(PrintStream console) {
        Subject subject = new Subject(customer ? "customer" : "person", id);
        if (!confirm) {
            console.println("This erases " + subject + " for good. Add --confirm to do it.");
            return;
        }
        Erasure erasure = with(PersonalData.class, data -> data.erase(subject, reason));
        console.println("Erasure " + erasure.id() + " goes on by itself; crm:erasures shows how far it is.");
    }
}
