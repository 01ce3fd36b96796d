package io.guanxi.crm.transaction.service.imports;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomColumns;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.fields.values.ValueChange;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Snapshot;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoLog;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.service.OrderChanges;
import io.guanxi.crm.transaction.service.OrderNews;
import io.guanxi.crm.transaction.service.OrderValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final Snapshot<OrderData> SNAPSHOT = Snapshot.of(OrderData.class);

    private final Jdbc jdbc;
    private final Outbox outbox;
    private final Access access;
    private final Neighbour<CustomerDirectory> customers;
    private final ChangeLog log;
    private final CustomFields custom;
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
            ZoneId zone,
            Clock clock) {
        this(
                dataSource,
                outbox,
                access,
                customers,
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
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            ZoneId zone,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.outbox = outbox;
        this.access = access;
        this.customers = customers;
        this.log = log;
        this.custom = new CustomFields(fields, "order", jdbc, OrderValues.TABLE);
        this.zone = zone;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        customers.close();
        custom.close();
    }

    @Override
    public String type() {
        return "orders";
    }

    @Override
    public List<ImportColumn> columns() {
        return CustomColumns.behind(OrderColumns.ALL, custom.fields());
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
        access.require(Action.IMPORT, "order");
        RowReader reader = new RowReader(zone);
        List<OrderRecord> records = chunk.records().stream()
                .map(rows -> OrderRecord.read(rows, reader))
                .toList();
        Set<String> wanted = records.stream()
                .flatMap(record -> record.head().customer().stream())
                .collect(Collectors.toSet());
        Map<String, CustomerId> known = wanted.isEmpty() ? Map.of() : CustomerRef.find(customers.get(), wanted);
        return jdbc.with(connection -> write(connection, records, known, chunk));
    }

    private ChunkOutcome write(
            Connection connection, List<OrderRecord> records, Map<String, CustomerId> known, ImportChunk chunk)
            throws SQLException {
        ImportedValues values = custom.imported(connection);
        values.expect(chunk.records().stream().flatMap(List::stream).toList());
        OrderPlanner planner =
                new OrderPlanner(connection, StoredOrders.of(connection, records, values), known, values, chunk);
        for (OrderRecord record : records) {
            planner.plan(record);
        }
        if (!chunk.dryRun() && !planner.plans().isEmpty()) {
            List<Order> written = writer.write(
                    connection,
                    planner.plans(),
                    clock.instant(),
                    Callers.require().name());
            custom.write(connection, values(planner.plans(), written));
            log.record(changes(planner.plans(), written));
            outbox.publish(news(planner.plans(), written));
            log(planner.plans(), written, chunk.undo());
        }
        return planner.outcome();
    }

    private static List<ValueChange> values(List<OrderPlan> plans, List<Order> written) {
        return IntStream.range(0, written.size())
                .mapToObj(i -> new ValueChange(
                        written.get(i).id().value(),
                        plans.get(i).before().map(b -> b.data().custom()).orElse(CustomValues.NONE),
                        written.get(i).data().custom()))
                .toList();
    }

    private static List<Change> changes(List<OrderPlan> plans, List<Order> written) {
        return IntStream.range(0, written.size())
                .mapToObj(i -> plans.get(i)
                        .before()
                        .map(before -> OrderChanges.changed(before.data(), written.get(i)))
                        .orElseGet(() -> OrderChanges.placed(written.get(i))))
                .toList();
    }

    private static void log(List<OrderPlan> plans, List<Order> written, UndoLog log) {
        for (int i = 0; i < written.size(); i++) {
            Order order = written.get(i);
            Optional<StoredOrder> before = plans.get(i).before().filter(b -> !b.undone());
            if (before.isPresent()) {
                log.updated(
                        order.id().value(),
                        order.version(),
                        SNAPSHOT.write(before.get().data()));
            } else {
                log.created(order.id().value(), order.version());
            }
        }
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        access.require(Action.IMPORT, "order");
        return jdbc.with(connection -> {
            OrderUndo undo = OrderUndo.of(connection, entries, SNAPSHOT, custom.imported(connection));
            if (!undo.plans().isEmpty()) {
                List<Order> written = writer.write(
                        connection,
                        undo.plans(),
                        clock.instant(),
                        Callers.require().name());
                OrderWriter.markUndone(connection, undo.cancelled());
                custom.write(connection, values(undo.plans(), written));
                log.record(changes(undo.plans(), written));
                outbox.publish(news(undo.plans(), written));
            }
            return new UndoOutcome(undo.plans().size(), undo.conflicts());
        });
    }

    private static List<News> news(List<OrderPlan> plans, List<Order> written) {
        List<News> news = new ArrayList<>(written.size() * 2);
        for (int i = 0; i < written.size(); i++) {
            Order order = written.get(i);
            news.addAll(plans.get(i)
                    .before()
                    .map(before -> OrderNews.changed(before(order, before.data()), order))
                    .orElseGet(() -> OrderNews.placed(order)));
        }
        return news;
    }

    private static Order before(Order after, OrderData data) {
        return new Order(
                after.id(),
                after.version() - 1,
                data,
                after.total(),
                List.of(),
                List.of(),
                after.createdAt(),
                after.createdBy(),
                after.updatedAt(),
                after.updatedBy());
    }
}
