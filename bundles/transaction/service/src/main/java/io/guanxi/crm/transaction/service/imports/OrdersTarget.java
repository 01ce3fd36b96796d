package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomColumns;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoLog;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.imports.records.RecordBooks;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.service.OrderValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Orders, one line a row, known again by external id, else by number. */
@Component(service = ImportTarget.class, configurationPid = "io.guanxi.crm.transaction.imports")
@Designate(ocd = OrdersTarget.Config.class)
public class OrdersTarget implements ImportTarget {

    /** How files are read. */
    @ObjectClassDefinition(name = "Guanxi CRM import of orders")
    public @interface Config {

        @AttributeDefinition(name = "Time zone", description = "Of dates and times that don't name one")
        String zone() default "UTC";
    }

    private final Jdbc jdbc;
    private final Access access;
    private final Neighbour<CustomerDirectory> customers;
    private final Neighbour<CustomerScopes> scopes;
    private final CustomFields custom;
    private final RecordBooks<OrderData, Order> books;
    private final ZoneId zone;
    private final Clock clock;
    private final OrderWriter writer = new OrderWriter();

    @Activate
    public OrdersTarget(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference ChangeLog log,
            @Reference Access access,
            Config config) {
        this(
                dataSource,
                outbox,
                access,
                Neighbour.tracked(context, CustomerDirectory.class),
                Neighbour.tracked(context, CustomerScopes.class),
                Neighbour.tracked(context, FieldCatalog.class),
                log,
                ZoneId.of(config.zone()),
                Clock.systemUTC());
    }

    OrdersTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<CustomerDirectory> customers,
            Neighbour<CustomerScopes> scopes,
            ZoneId zone,
            Clock clock) {
        this(
                dataSource,
                outbox,
                access,
                customers,
                scopes,
                Neighbour.fixed(FieldCatalog.none()),
                ChangeLog.none(),
                zone,
                clock);
    }

    OrdersTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<CustomerDirectory> customers,
            Neighbour<CustomerScopes> scopes,
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            ZoneId zone,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.access = access;
        this.customers = customers;
        this.scopes = scopes;
        this.custom = new CustomFields(fields, "order", jdbc, OrderValues.TABLE);
        this.books = new RecordBooks<>(new OrderForm(), OrderData.class, custom, log, outbox);
        this.zone = zone;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        customers.close();
        scopes.close();
        custom.close();
    }

    @Override
    public String type() {
        return "orders";
    }

    @Override
    public String recordType() {
        return "order";
    }

    @Override
    public List<ImportColumn> columns() {
        FieldRights rights = access.fields("order");
        return CustomColumns.behind(OrderColumns.ALL, custom.fields()).stream()
                .filter(column -> rights.writes(column.code()))
                .toList();
    }

    @Override
    public String keyColumn() {
        return OrderColumns.NUMBER;
    }

    @Override
    public boolean grouped() {
        return true;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        Scope scope = access.scope(Action.IMPORT, "order");
        RowReader reader = new RowReader(zone);
        List<OrderRecord> records = chunk.records().stream()
                .map(rows -> OrderRecord.read(rows, reader))
                .toList();
        Set<String> wanted = records.stream()
                .flatMap(record -> record.head().customer().stream())
                .collect(Collectors.toSet());
        Map<String, CustomerId> known = wanted.isEmpty() ? Map.of() : CustomerRef.find(customers.get(), wanted, scope);
        return jdbc.with(connection -> write(connection, records, known, scope, chunk));
    }

    private ChunkOutcome write(
            Connection connection,
            List<OrderRecord> records,
            Map<String, CustomerId> known,
            Scope scope,
            ImportChunk chunk)
            throws SQLException {
        ImportedValues values = custom.imported(connection);
        values.expect(chunk.records().stream().flatMap(List::stream).toList());
        StoredOrders stored = StoredOrders.of(connection, records, values);
        OrderPlanner planner =
                new OrderPlanner(connection, stored, open(stored.customers(), scope), known, values, chunk);
        for (OrderRecord record : records) {
            planner.plan(record);
        }
        if (!chunk.dryRun()) {
            write(connection, planner.plans(), chunk.undo());
        }
        return planner.outcome();
    }

    /** Of which of these customers the scope may change the orders. */
    private Predicate<CustomerId> open(Set<CustomerId> some, Scope scope) {
        return scope.everything() ? customer -> true : scopes.get().writable(some, scope)::contains;
    }

    private void write(Connection connection, List<OrderPlan> plans, UndoLog undo) throws SQLException {
        if (!plans.isEmpty()) {
            String by = Callers.require().name();
            books.written(connection, plans, writer.write(connection, plans, clock.instant(), by), undo);
        }
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        Scope scope = access.scope(Action.IMPORT, "order");
        return jdbc.with(connection -> {
            OrderUndo undo =
                    OrderUndo.of(connection, entries, books, custom.imported(connection), some -> open(some, scope));
            write(connection, undo.plans(), UndoLog.NONE);
            OrderWriter.markUndone(connection, undo.cancelled());
            return new UndoOutcome(undo.plans().size(), undo.conflicts());
        });
    }
}
