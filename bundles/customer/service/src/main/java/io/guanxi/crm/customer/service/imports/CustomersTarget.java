package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.service.CustomerChanges;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.customer.service.CustomerRules;
import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomColumns;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.fields.values.ValueChange;
import io.guanxi.crm.platform.history.Change;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Customers, one a row, known again by external id, else by code. */
@Component(service = ImportTarget.class)
public class CustomersTarget implements ImportTarget {

    private static final Snapshot<CustomerData> SNAPSHOT = Snapshot.of(CustomerData.class);

    private final Jdbc jdbc;
    private final Outbox outbox;
    private final Access access;
    private final ChangeLog log;
    private final Clock clock;
    private final CustomFields custom;
    private final CustomerRules rules;
    private final CustomerWriter writer = new CustomerWriter();

    @Activate
    public CustomersTarget(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference ChangeLog log,
            @Reference Access access) {
        this(dataSource, outbox, access, Neighbour.tracked(context, FieldCatalog.class), log, Clock.systemUTC());
    }

    /** For plain Java: without custom fields and history. */
    public CustomersTarget(DataSource dataSource, Outbox outbox, Access access) {
        this(dataSource, outbox, access, Neighbour.fixed(FieldCatalog.none()), ChangeLog.none(), Clock.systemUTC());
    }

    /** For plain Java, where nothing comes and goes. */
    public CustomersTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.outbox = outbox;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.custom = new CustomFields(fields, "customer", jdbc, CustomerValues.TABLE);
        this.rules = new CustomerRules(clock);
    }

    @Deactivate
    void close() {
        custom.close();
    }

    @Override
    public String type() {
        return "customers";
    }

    @Override
    public List<ImportColumn> columns() {
        return CustomColumns.behind(CustomerColumns.ALL, custom.fields());
    }

    @Override
    public String keyColumn() {
        return "externalId";
    }

    @Override
    public Optional<String> key(ImportRow row) {
        // prefixes, because one customer's code may be another one's external id
        return row.text("externalId").map(externalId -> "e" + externalId).or(() -> row.text("code")
                .map(code -> "c" + code));
    }

    @Override
    public boolean grouped() {
        return false;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        access.require(Action.IMPORT, "customer");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        return jdbc.with(connection -> {
            ImportedValues values = custom.imported(connection);
            values.expect(rows);
            CustomerPlanner planner =
                    new CustomerPlanner(rules, StoredCustomers.of(connection, rows, values), values, chunk.mode());
            rows.forEach(planner::plan);
            if (!chunk.dryRun() && !planner.plans().isEmpty()) {
                List<Customer> written = writer.write(
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
        });
    }

    private static List<ValueChange> values(List<CustomerPlan> plans, List<Customer> written) {
        return IntStream.range(0, written.size())
                .mapToObj(i -> new ValueChange(
                        written.get(i).id().value(),
                        plans.get(i).before().map(b -> b.data().custom()).orElse(CustomValues.NONE),
                        written.get(i).data().custom()))
                .toList();
    }

    private static List<Change> changes(List<CustomerPlan> plans, List<Customer> written) {
        return IntStream.range(0, written.size())
                .mapToObj(i -> plans.get(i)
                        .before()
                        .map(before -> CustomerChanges.of(before.data(), written.get(i)))
                        .orElseGet(() -> CustomerChanges.of(written.get(i), ChangeKind.CREATED)))
                .toList();
    }

    private static void log(List<CustomerPlan> plans, List<Customer> written, UndoLog log) {
        for (int i = 0; i < written.size(); i++) {
            Customer customer = written.get(i);
            Optional<StoredCustomer> before = plans.get(i).before().filter(b -> !b.undone());
            if (before.isPresent()) {
                log.updated(
                        customer.id().value(),
                        customer.version(),
                        SNAPSHOT.write(before.get().data()));
            } else {
                log.created(customer.id().value(), customer.version());
            }
        }
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        access.require(Action.IMPORT, "customer");
        return jdbc.with(connection -> {
            CustomerUndo undo = CustomerUndo.of(connection, entries, SNAPSHOT, custom.imported(connection));
            String by = Callers.require().name();
            List<News> news = new ArrayList<>();
            List<Customer> archived = writer.archive(connection, undo.created(), clock.instant(), by);
            archived.forEach(customer -> news.add(CustomerNews.of("customer.archived", customer)));
            log.record(archived.stream()
                    .map(customer -> CustomerChanges.of(customer, ChangeKind.ARCHIVED))
                    .toList());
            List<Customer> broughtBack = writer.write(connection, undo.updated(), clock.instant(), by);
            broughtBack.forEach(customer -> news.add(CustomerNews.of("customer.changed", customer)));
            custom.write(connection, values(undo.updated(), broughtBack));
            log.record(changes(undo.updated(), broughtBack));
            if (!news.isEmpty()) {
                outbox.publish(news);
            }
            return new UndoOutcome(news.size(), undo.conflicts());
        });
    }

    private static List<News> news(List<CustomerPlan> plans, List<Customer> written) {
        List<News> news = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            Optional<StoredCustomer> before = plans.get(i).before();
            if (before.filter(StoredCustomer::undone).isPresent()) {
                news.add(CustomerNews.of("customer.restored", written.get(i)));
            }
            news.add(CustomerNews.of(before.isPresent() ? "customer.changed" : "customer.registered", written.get(i)));
        }
        return news;
    }
}
