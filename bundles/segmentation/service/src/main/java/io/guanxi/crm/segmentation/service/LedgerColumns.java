package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.segmentation.SalesColumns;
import io.guanxi.crm.segmentation.engine.OrderSnapshot;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.OrderId;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Columns filled from the ledger. Readers see a published state without any lock. Loading and news take turns: news that
 * come while the columns are being loaded are applied behind it, so nothing that was committed meanwhile is missed, and
 * news that come before anybody asked for the columns need not be applied, since the load will see what they tell.
 */
@Component(
        service = {SalesColumns.class, LedgerColumns.class, EventSubscriber.class},
        immediate = true)
public class LedgerColumns implements SalesColumns, EventSubscriber {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerColumns.class);
    private static final String ORDER = "order";
    /** Sums over orders that name nobody. */
    private static final String FIGURE = "figure";

    private final Neighbour<Ledger> ledger;
    private final Neighbour<CustomerScopes> scopes;
    private final SeenOrders seen;
    private final Access access;
    private final Loading loading = new Loading(this::load);
    private final Object turn = new Object();
    private @Nullable CurrencyColumns columns;
    private volatile @Nullable Map<String, OrderSnapshot> published;

    @Activate
    public LedgerColumns(BundleContext context, @Reference Access access) {
        this(Neighbour.tracked(context, Ledger.class), Neighbour.tracked(context, CustomerScopes.class), access);
    }

    LedgerColumns(Neighbour<Ledger> ledger, Neighbour<CustomerScopes> scopes, Access access) {
        this.ledger = ledger;
        this.scopes = scopes;
        this.seen = new SeenOrders(scopes, Clock.systemUTC());
        this.access = access;
    }

    @Deactivate
    public void stop() {
        loading.close();
        ledger.close();
        scopes.close();
    }

    @Override
    public OrderSnapshot orders(Currency currency) {
        Scope scope = access.scope(Action.READ, FIGURE);
        String code = currency.getCurrencyCode();
        return seen.of(scope, code, current().getOrDefault(code, OrderSnapshot.EMPTY));
    }

    @Override
    public Currency mainCurrency() {
        access.require(Action.READ, FIGURE);
        return current().entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, OrderSnapshot> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> Currency.getInstance(e.getKey()))
                .orElse(FALLBACK);
    }

    /** Begins to read all orders anew, unless that is going on already. */
    void rebuild() {
        loading.begin();
    }

    @Override
    public String name() {
        return "segmentation";
    }

    /** Each node has columns of its own. */
    @Override
    public boolean everyNode() {
        return true;
    }

    @Override
    public void deliver(List<Event> events) {
        Set<OrderId> orders = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.news().recordType().equals(ORDER)) {
                orders.add(new OrderId(event.news().recordId()));
            }
        }
        if (orders.isEmpty()) {
            return;
        }
        synchronized (turn) {
            if (columns != null) {
                columns.refresh(ledger.get(), orders);
                published = columns.snapshots();
            }
        }
    }

    private Map<String, OrderSnapshot> current() {
        Map<String, OrderSnapshot> now = published;
        if (now == null) {
            loading.await();
            now = published;
        }
        return Objects.requireNonNull(now, "loading ended without orders");
    }

    private void load() {
        synchronized (turn) {
            CurrencyColumns fresh = CurrencyColumns.loaded(ledger.get());
            Map<String, OrderSnapshot> all = fresh.snapshots();
            columns = fresh;
            published = all;
            int orders = all.values().stream().mapToInt(OrderSnapshot::size).sum();
            LOG.info("{} confirmed orders in {} currencies are in memory", orders, all.size());
        }
    }
}
