package io.guanxi.crm.contact.shell;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.NextStep;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the contacts with a customer, newest first. */
@Service
@Command(scope = "crm", name = "interaction-list", description = "Lists the contacts with a customer, newest first")
public class InteractionListCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    private ContactLog log;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Argument(name = "customer", description = "Id of the customer", required = true)
    @SuppressWarnings("NullAway.Init")
    private String customer;

    @Option(name = "--limit", description = "How many to show, at most 200")
    private int limit = 50;

    @Override
    public @Nullable Object execute() {
        CustomerId id = CustomerId.parse(customer)
                .orElseThrow(
                        () -> new IllegalArgumentException("An id is a number, such as 42; " + customer + " is none."));
        InteractionQuery query = InteractionQuery.newest(Optional.of(id), Math.max(1, Math.min(limit, 200)));
        Caller caller = ConsoleCaller.current();
        List<Interaction> interactions =
                Callers.callAs(caller, () -> log.list(query).rows());
        ShellTable table = new ShellTable().emptyTableText("no interactions");
        for (String column : List.of("Id", "At", "Channel", "Direction", "By", "Subject", "Next step")) {
            table.column(column);
        }
        for (Interaction interaction : interactions) {
            table.addRow()
                    .addContent(
                            interaction.id(),
                            interaction.data().at(),
                            word(interaction.data().channel()),
                            word(interaction.data().direction()),
                            interaction.data().by().orElse(""),
                            interaction.data().subject(),
                            interaction
                                    .data()
                                    .nextStep()
                                    .map(InteractionListCommand::text)
                                    .orElse(""));
        }
        table.print(session.getConsole());
        return null;
    }

    private static String text(NextStep step) {
        return step.at() + " " + step.what();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
