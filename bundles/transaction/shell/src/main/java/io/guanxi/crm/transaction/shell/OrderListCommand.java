package io.guanxi.crm.transaction.shell;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists orders, newest first. */
@Service
@Command(scope = "crm", name = "order-list", description = "Lists orders, newest first")
public class OrderListCommand implements Action {

    private static final int MOST = 200;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Option(name = "--customer", description = "Id of a customer; all if left out")
    private @Nullable String customer;

    @Option(name = "--status", description = "draft, confirmed or cancelled; all if left out")
    private @Nullable String status;

    @Option(name = "--limit", description = "At most so many, up to 200")
    private int limit = 50;

    @Override
    public @Nullable Object execute() {
        OrderQuery query = new OrderQuery(
                Optional.ofNullable(customer).map(id -> CustomerId.parse(id)
                        .orElseThrow(() -> new IllegalArgumentException("not an id: " + id))),
                Optional.ofNullable(status).map(name -> OrderStatus.valueOf(name.toUpperCase(Locale.ROOT))),
                Optional.empty(),
                Math.max(1, Math.min(limit, MOST)));
        List<OrderEntry> entries =
                Callers.callAs(Caller.system("shell:" + session.get("USER")), () -> ledger.list(query));
        ShellTable table = new ShellTable().emptyTableText("No order yet.");
        for (String column : List.of("Id", "Number", "Ordered", "Customer", "Status", "Total", "")) {
            table.column(column);
        }
        for (OrderEntry entry : entries) {
            table.addRow()
                    .addContent(
                            entry.id(),
                            entry.number(),
                            entry.orderedAt(),
                            entry.customer(),
                            entry.status().name().toLowerCase(Locale.ROOT),
                            entry.total().amount().toPlainString(),
                            entry.total().currency());
        }
        table.print(System.out);
        return null;
    }
}
