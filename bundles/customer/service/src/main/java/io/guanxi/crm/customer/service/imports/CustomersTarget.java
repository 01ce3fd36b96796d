package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.service.CustomerGate;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.customer.service.CustomerRules;
import io.guanxi.crm.customer.service.CustomerValues;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.values.CustomColumns;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.fields.values.ImportedValues;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoLog;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.imports.records.RecordBooks;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Customers, one a row, known again by external id, else by code. */
@Component(service = ImportTarget.class)
public class CustomersTarget implements ImportTarget {

    private final Jdbc jdbc;
    private final Access access;
    private final CustomerGate gate;
    private final Clock clock;
    private final CustomFields custom;
    private final RecordBooks<CustomerData, Customer> books;
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
        this.access = access;
        this.clock = clock;
        this.custom = new CustomFields(fields, "customer", jdbc, CustomerValues.TABLE);
        this.books = new RecordBooks<>(new CustomerForm(), CustomerData.class, custom, log, outbox);
        this.rules = new CustomerRules(clock);
        this.gate = new CustomerGate(jdbc, clock);
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
    public String recordType() {
        return "customer";
    }

    @Override
    public List<ImportColumn> columns() {
        FieldRights rights = access.fields("customer");
        return CustomColumns.behind(CustomerColumns.ALL, custom.fields()).stream()
                .filter(column -> rights.writes(CustomerColumns.field(column.code())))
                .toList();
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
        Scope scope = access.scope(Action.IMPORT, "customer");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        return jdbc.with(connection -> {
            ImportedValues values = custom.imported(connection);
            values.expect(rows);
            StoredCustomers stored = StoredCustomers.of(connection, rows, values);
            CustomerPlanner planner =
                    new CustomerPlanner(rules, stored, stored.open(gate, scope), values, chunk.mode());
            rows.forEach(planner::plan);
            if (!chunk.dryRun()) {
                write(connection, planner.plans(), scope, chunk.undo());
            }
            return planner.outcome();
        });
    }

    private void write(Connection connection, List<CustomerPlan> plans, Scope scope, UndoLog undo) throws SQLException {
        if (!plans.isEmpty()) {
            Caller caller = Callers.require();
            Ownership first = CustomerGate.first(caller, scope);
            books.written(
                    connection, plans, writer.write(connection, plans, first, clock.instant(), caller.name()), undo);
        }
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        Scope scope = access.scope(Action.IMPORT, "customer");
        return jdbc.with(connection -> {
            CustomerUndo undo = CustomerUndo.of(
                    connection, entries, books, custom.imported(connection), stored -> stored.open(gate, scope));
            String by = Callers.require().name();
            books.archived(
                    writer.archive(connection, undo.created(), clock.instant(), by),
                    customer -> CustomerNews.of("customer.archived", customer));
            write(connection, undo.updated(), scope, UndoLog.NONE);
            return new UndoOutcome(undo.created().size() + undo.updated().size(), undo.conflicts());
        });
    }
}
