package io.guanxi.crm.transaction.shell;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.ConsoleCaller;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderQuery;
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

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @Reference
    @SuppressWarnings("NullAway.Init")
    private Session session;

    @Option(name = "--customer", description = "Id of a customer; orders of all if left out")
    private @Nullable String customer;

    @Option(name = "--limit", description = "How many to show, at most 200")
    private int limit = 50;

    @Override
    public @Nullable Object execute() {
        OrderQuery query = OrderQuery.newest(
                Optional.ofNullable(customer).map(OrderListCommand::idOf), Math.max(1, Math.min(limit, 200)));
        Caller caller = ConsoleCaller.current();
        List<OrderEntry> orders =
                Callers.callAs(caller, () -> ledger.list(query).rows());
        ShellTable table = new ShellTable().emptyTableText("no orders");
        for (String column : List.of("Id", "Number", "Customer", "Ordered at", "Status")) {
            table.column(column);
        }
        table.column("Total").alignRight();
        table.column("Currency");
        for (OrderEntry order : orders) {
            table.addRow()
                    .addContent(
                            order.id(),
                            order.number(),
                            order.customer(),
                            order.orderedAt(),
                            order.status().name().toLowerCase(Locale.ROOT),
                            order.total().amount().toPlainString(),
                            order.total().currency());
        }
        table.print(session.getConsole());
        return null;
    }

    private static CustomerId idOf(String text) {
        return CustomerId.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("An id is a number, such as 42; " + text + " is none."));
    }
}
