package io.guanxi.crm.customer.shell;

import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerKind;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import java.util.Arrays;
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

    @Reference
    @SuppressWarnings("NullAway.Init")
    private CustomerArchive archive;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Argument(name = "text", description = "Part of the name, its pinyin, or digits of a phone number")
    private @Nullable String text;

    @Option(name = "--kind", description = "Such as company or person")
    private @Nullable String kind;

    @Option(name = "--limit", description = "How many to show, at most 200")
    private int limit = 50;

    @Override
    public @Nullable Object execute() {
        CustomerQuery named = CustomerQuery.byName(Math.max(1, Math.min(limit, 200)));
        CustomerQuery query = new CustomerQuery(
                Optional.ofNullable(text).map(named.list()::search).orElse(named.list()),
                Optional.ofNullable(kind).map(CustomerListCommand::kind),
                false);
        Caller caller = ConsoleCaller.current();
        List<CustomerEntry> customers =
                Callers.callAs(caller, () -> archive.list(query).rows());
        ShellTable table = new ShellTable().emptyTableText("no customers");
        for (String column : List.of("Id", "Code", "Name", "Kind", "Stage", "Phone", "City")) {
            table.column(column);
        }
        for (CustomerEntry customer : customers) {
            table.addRow()
                    .addContent(
                            customer.id(),
                            customer.code(),
                            customer.name(),
                            word(customer.kind()),
                            word(customer.stage()),
                            customer.phone().orElse(""),
                            customer.city().orElse(""));
        }
        table.print(session.getConsole());
        return null;
    }

    private static CustomerKind kind(String word) {
        return Arrays.stream(CustomerKind.values())
                .filter(kind -> word(kind).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of customer " + word + "."));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
