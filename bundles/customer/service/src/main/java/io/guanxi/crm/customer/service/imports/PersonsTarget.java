package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.service.CustomerGate;
import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.PersonRules;
import io.guanxi.crm.customer.service.PersonValues;
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
import io.guanxi.crm.platform.imports.records.UndoPlan;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Persons, one a row, under a customer that is there; known again by their name at the customer. */
@Component(service = ImportTarget.class)
public class PersonsTarget implements ImportTarget {

    private final Jdbc jdbc;
    private final Access access;
    private final CustomerGate gate;
    private final Clock clock;
    private final PersonRules rules;
    private final CustomFields custom;
    private final RecordBooks<PersonData, Person> books;
    private final JdbcCustomerDirectory directory;
    private final PersonWriter writer = new PersonWriter();

    @Activate
    public PersonsTarget(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference ChangeLog log,
            @Reference Access access) {
        this(dataSource, outbox, access, Neighbour.tracked(context, FieldCatalog.class), log, Clock.systemUTC());
    }

    /** For plain Java: without custom fields and history. */
    public PersonsTarget(DataSource dataSource, Outbox outbox, Access access) {
        this(dataSource, outbox, access, Neighbour.fixed(FieldCatalog.none()), ChangeLog.none(), Clock.systemUTC());
    }

    /** For plain Java, where nothing comes and goes. */
    public PersonsTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.gate = new CustomerGate(jdbc, clock);
        this.access = access;
        this.clock = clock;
        this.rules = new PersonRules(clock);
        this.custom = new CustomFields(fields, "person", jdbc, PersonValues.TABLE);
        this.books = new RecordBooks<>(new PersonForm(), PersonData.class, custom, log, outbox);
        this.directory = new JdbcCustomerDirectory(dataSource);
    }

    @Deactivate
    void close() {
        custom.close();
    }

    @Override
    public String type() {
        return "persons";
    }

    @Override
    public String recordType() {
        return "person";
    }

    @Override
    public List<ImportColumn> columns() {
        FieldRights rights = access.fields("person");
        return CustomColumns.behind(PersonColumns.ALL, custom.fields()).stream()
                .filter(column -> rights.writes(column.code()))
                .toList();
    }

    @Override
    public String keyColumn() {
        return PersonColumns.NAME;
    }

    /** Of two rows with one name at one customer nobody knows whether they mean one person or two. */
    @Override
    public Optional<String> key(ImportRow row) {
        String name = CustomerName.normalised(row.text(PersonColumns.NAME).orElse(""));
        return row.text(PersonColumns.CUSTOMER_EXTERNAL_ID)
                .map(externalId -> "e" + externalId)
                .or(() -> row.text(PersonColumns.CUSTOMER_CODE).map(code -> "c" + code))
                .map(customer -> customer + "\n" + name);
    }

    @Override
    public boolean grouped() {
        return false;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        Scope scope = access.scope(Action.IMPORT, "person");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        return jdbc.with(connection -> {
            ImportedValues values = custom.imported(connection);
            values.expect(rows);
            PersonPlanner planner = new PersonPlanner(connection, directory, scope, rules, values, chunk.mode(), rows);
            rows.forEach(planner::plan);
            if (!chunk.dryRun()) {
                write(connection, planner.plans(), chunk.undo());
            }
            return planner.outcome();
        });
    }

    private void write(Connection connection, List<PersonPlan> plans, UndoLog undo) throws SQLException {
        if (!plans.isEmpty()) {
            String by = Callers.require().name();
            books.written(connection, plans, writer.write(connection, plans, clock.instant(), by), undo);
        }
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        Scope scope = access.scope(Action.IMPORT, "person");
        return jdbc.with(connection -> {
            StoredPersons now = StoredPersons.ofIds(
                    connection, entries.stream().map(UndoEntry::record).toList(), custom.imported(connection));
            Set<CustomerId> open = gate.reached(scope, now.customers(), true);
            UndoPlan<StoredPerson> undo =
                    UndoPlan.of(entries, id -> now.byId(id).filter(person -> open.contains(person.customer())));
            String by = Callers.require().name();
            books.archived(
                    PersonWriter.archive(connection, undo.created(), clock.instant(), by),
                    person -> CustomerNews.of("person.archived", person));
            List<PersonPlan> plans = undo.updated().stream()
                    .map(updated -> new PersonPlan(
                            updated.record().customer(), books.before(updated.before()), Optional.of(updated.record())))
                    .toList();
            write(connection, plans, UndoLog.NONE);
            return undo.outcome();
        });
    }
}
