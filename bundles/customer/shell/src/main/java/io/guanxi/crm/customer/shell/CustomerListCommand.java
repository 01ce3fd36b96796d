package io.guanxi.crm.customer.shell;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
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

/** Lists customers by name. */
@Service
@Command(scope = "crm", name = "customer-list", description = "Lists customers by name")
public class CustomerListCommand implements Action {

    private static final int MOST = 200;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private CustomerArchive archive;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Argument(name = "text", description = "Beginning of the name, or of a phone number")
    private @Nullable String text;

    @Option(name = "--kind", description = "Such as company or person")
    private @Nullable String kind;

    @Option(name = "--limit", description = "At most so many, up to 200")
    private int limit = 50;

    @Option(name = "--archived", description = "Shows archived customers")
    private boolean archived;

    @Override
    public @Nullable Object execute() {
        CustomerQuery query = new CustomerQuery(
                Optional.ofNullable(text),
                Optional.ofNullable(kind).map(name -> CustomerKind.valueOf(name.toUpperCase(Locale.ROOT))),
                archived,
                CustomerQuery.Sort.NAME,
                false,
                Optional.empty(),
                Math.max(1, Math.min(limit, MOST)));
        List<CustomerEntry> entries =
                Callers.callAs(Caller.system("shell:" + session.get("USER")), () -> archive.list(query));
        ShellTable table = new ShellTable().emptyTableText("No customer matches.");
        for (String column : List.of("Id", "Code", "Kind", "Name", "Stage", "Phone", "City")) {
            table.column(column);
        }
        for (CustomerEntry entry : entries) {
            table.addRow()
                    .addContent(
                            entry.id(),
                            entry.code(),
                            entry.kind().name().toLowerCase(Locale.ROOT),
                            entry.name(),
                            entry.stage().name().toLowerCase(Locale.ROOT),
                            entry.phone().orElse(""),
                            entry.city().orElse(""));
        }
        table.print(System.out);
        return null;
    }
}
