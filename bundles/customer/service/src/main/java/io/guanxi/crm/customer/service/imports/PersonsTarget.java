package io.guanxi.crm.customer.service.imports;

import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.service.CustomerName;
import io.guanxi.crm.customer.service.CustomerNews;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.PersonRules;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportColumn;
import io.guanxi.crm.platform.imports.ImportRow;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Snapshot;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.imports.UndoLog;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons, one a row, under a customer that is there; known again by their name at the customer. */
@Component(service = ImportTarget.class)
public class PersonsTarget implements ImportTarget {

    private static final Snapshot<PersonData> SNAPSHOT = Snapshot.of(PersonData.class);

    private final Jdbc jdbc;
    private final Outbox outbox;
    private final Access access;
    private final Clock clock;
    private final PersonRules rules;
    private final JdbcCustomerDirectory directory;
    private final PersonWriter writer = new PersonWriter();

    @Activate
    public PersonsTarget(
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference Access access) {
        this(dataSource, outbox, access, Clock.systemUTC());
    }

    PersonsTarget(DataSource dataSource, Outbox outbox, Access access, Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.outbox = outbox;
        this.access = access;
        this.clock = clock;
        this.rules = new PersonRules(clock);
        this.directory = new JdbcCustomerDirectory(dataSource);
    }

    @Override
    public String type() {
        return "persons";
    }

    @Override
    public List<ImportColumn> columns() {
        return PersonColumns.ALL;
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
        access.require(Action.IMPORT, "person");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        return jdbc.with(connection -> {
            PersonPlanner planner = new PersonPlanner(connection, directory, rules, chunk.mode(), rows);
            rows.forEach(planner::plan);
            if (!chunk.dryRun() && !planner.plans().isEmpty()) {
                List<Person> written = writer.write(
                        connection,
                        planner.plans(),
                        clock.instant(),
                        Callers.require().name());
                tell(planner.plans(), written, chunk.undo());
            }
            return planner.outcome();
        });
    }

    private void tell(List<PersonPlan> plans, List<Person> written, UndoLog log) {
        List<News> news = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            Person person = written.get(i);
            Optional<StoredPerson> before = plans.get(i).before().filter(b -> !b.undone());
            news.add(CustomerNews.of(before.isPresent() ? "person.changed" : "person.added", person));
            if (before.isPresent()) {
                log.updated(
                        person.id().value(),
                        person.version(),
                        SNAPSHOT.write(before.get().data()));
            } else {
                log.created(person.id().value(), person.version());
            }
        }
        outbox.publish(news);
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        access.require(Action.IMPORT, "person");
        return jdbc.with(connection -> {
            StoredPersons now = StoredPersons.ofIds(
                    connection, entries.stream().map(UndoEntry::record).toList());
            List<StoredPerson> created = new ArrayList<>();
            List<PersonPlan> updated = new ArrayList<>();
            List<UndoConflict> conflicts = new ArrayList<>();
            for (UndoEntry entry : entries) {
                Optional<StoredPerson> person = now.byId(entry.record()).filter(p -> p.version() == entry.version());
                if (person.isEmpty()) {
                    conflicts.add(UndoConflict.changedSince(entry.record()));
                } else if (entry.before().isEmpty()) {
                    created.add(person.get());
                } else {
                    updated.add(new PersonPlan(
                            person.get().customer(),
                            SNAPSHOT.read(entry.before().get()),
                            person));
                }
            }
            String by = Callers.require().name();
            List<News> news = new ArrayList<>();
            PersonWriter.archive(connection, created, clock.instant(), by)
                    .forEach(person -> news.add(CustomerNews.of("person.archived", person)));
            writer.write(connection, updated, clock.instant(), by)
                    .forEach(person -> news.add(CustomerNews.of("person.changed", person)));
            if (!news.isEmpty()) {
                outbox.publish(news);
            }
            return new UndoOutcome(news.size(), conflicts);
        });
    }
}
