package io.guanxi.crm.contact.shell;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
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

/** Lists contacts, newest first. */
@Service
@Command(scope = "crm", name = "interaction-list", description = "Lists contacts with customers, newest first")
public class InteractionListCommand implements Action {

    private static final int MOST = 200;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private ContactLog log;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Argument(name = "customer", description = "Id of a customer; all if left out")
    private @Nullable String customer;

    @Option(name = "--limit", description = "At most so many, up to 200")
    private int limit = 50;

    @Override
    public @Nullable Object execute() {
        InteractionQuery query = new InteractionQuery(
                Optional.ofNullable(customer).map(id -> CustomerId.parse(id)
                        .orElseThrow(() -> new IllegalArgumentException("not an id: " + id))),
                Optional.empty(),
                Math.max(1, Math.min(limit, MOST)));
        List<Interaction> found = Callers.callAs(Caller.system("shell:" + session.get("USER")), () -> log.list(query));
        ShellTable table = new ShellTable().emptyTableText("No contact yet.");
        for (String column : List.of("Id", "At", "Customer", "Channel", "Direction", "By", "Subject")) {
            table.column(column);
        }
        for (Interaction interaction : found) {
            InteractionData data = interaction.data();
            table.addRow()
                    .addContent(
                            interaction.id(),
                            data.at(),
                            data.customer(),
                            data.channel().name().toLowerCase(Locale.ROOT),
                            data.direction().name().toLowerCase(Locale.ROOT),
                            data.by().orElse(""),
                            data.subject());
        }
        table.print(System.out);
        return null;
    }
}
