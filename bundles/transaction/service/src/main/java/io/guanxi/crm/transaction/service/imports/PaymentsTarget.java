package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.imports.records.RecordBooks;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.service.OrderHeads;
import io.guanxi.crm.transaction.service.OrderNews;
import io.guanxi.crm.transaction.service.PaymentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Payments of orders, one a row, known again by external id. What is there already never changes. */
@Component(service = ImportTarget.class, configurationPid = "io.guanxi.crm.transaction.imports")
public class PaymentsTarget implements ImportTarget {

    private final Jdbc jdbc;
    private final Access access;
    private final Neighbour<CustomerScopes> scopes;
    private final RecordBooks<Payment, PaidOrder> books;
    private final ZoneId zone;
    private final Clock clock;
    private final PaymentTable payments = new PaymentTable();

    @Activate
    public PaymentsTarget(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference ChangeLog log,
            @Reference Access access,
            OrdersTarget.Config config) {
        this(
                dataSource,
                outbox,
                access,
                Neighbour.tracked(context, CustomerScopes.class),
                log,
                ZoneId.of(config.zone()),
                Clock.systemUTC());
    }

    @Deactivate
    void close() {
        scopes.close();
    }

    PaymentsTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<CustomerScopes> scopes,
            ChangeLog log,
            ZoneId zone,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.access = access;
        this.scopes = scopes;
        // payments take no custom fields
        CustomFields none =
                new CustomFields(Neighbour.fixed(FieldCatalog.none()), "payment", jdbc, "CRM_TRANSACTION_PAYMENT");
        this.books = new RecordBooks<>(new PaymentForm(), Payment.class, none, log, outbox);
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "payments";
    }

    @Override
    public String recordType() {
        return "order";
    }

    @Override
    public List<ImportColumn> columns() {
        return PaymentColumns.ALL;
    }

    @Override
    public String keyColumn() {
        return PaymentColumns.EXTERNAL_ID;
    }

    @Override
    public boolean grouped() {
        return false;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        Scope scope = access.scope(Action.IMPORT, "order");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        return jdbc.with(connection -> {
            PaymentPlanner planner = new PaymentPlanner(
                    connection, new CellReader(zone), chunk.mode(), rows, orders -> reached(orders, scope));
            rows.forEach(planner::plan);
            if (!chunk.dryRun() && !planner.plans().isEmpty()) {
                books.written(connection, planner.plans(), written(connection, planner.plans()), chunk.undo());
            }
            return planner.outcome();
        });
    }

    private Map<Long, Order> reached(Map<Long, Order> orders, Scope scope) {
        if (scope.everything()) {
            return orders;
        }
        List<CustomerId> customers =
                orders.values().stream().map(order -> order.data().customer()).toList();
        Set<CustomerId> open = scopes.get().writable(customers, scope);
        return orders.entrySet().stream()
                .filter(entry -> open.contains(entry.getValue().data().customer()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<PaidOrder> written(Connection connection, List<PaymentPlan> plans) throws SQLException {
        Instant now = clock.instant();
        String by = Callers.require().name();
        List<PaymentTable.Row> rows = payments.insert(
                connection,
                plans.stream()
                        .map(plan -> new PaymentTable.Row(plan.order().id(), plan.data()))
                        .toList(),
                now,
                by);
        List<PaidOrder> written = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            written.add(new PaidOrder(plans.get(i).order(), rows.get(i).payment(), now, by));
        }
        return written;
    }

    /** Takes the payments out again. Nobody can have changed one; what is gone already is a conflict. */
    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        Scope scope = access.scope(Action.IMPORT, "order");
        return jdbc.with(connection -> {
            List<Long> ids = entries.stream().map(UndoEntry::record).toList();
            Set<Long> owners = PaymentTable.ofIds(connection, ids).stream()
                    .map(row -> row.order().value())
                    .collect(Collectors.toSet());
            Map<Long, Order> orders = reached(OrderHeads.locked(connection, owners), scope);
            // read again behind the lock: another undo may have been here
            List<PaymentTable.Row> there = PaymentTable.ofIds(connection, ids).stream()
                    .filter(row -> orders.containsKey(row.order().value()))
                    .toList();
            Set<Long> found = there.stream().map(row -> row.payment().id()).collect(Collectors.toSet());
            PaymentTable.delete(connection, found);
            Instant now = clock.instant();
            String by = Callers.require().name();
            books.archived(
                    there.stream()
                            .flatMap(row -> Optional.ofNullable(
                                            orders.get(row.order().value()))
                                    .stream()
                                    .map(order -> new PaidOrder(order, row.payment(), now, by)))
                            .toList(),
                    paid -> OrderNews.withdrawn(paid.order(), paid.payment()));
            return new UndoOutcome(
                    found.size(),
                    ids.stream()
                            .filter(id -> !found.contains(id))
                            .map(UndoConflict::changedSince)
                            .toList());
        });
    }
}
