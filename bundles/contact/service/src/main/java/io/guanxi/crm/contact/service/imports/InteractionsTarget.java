package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.service.InteractionNews;
import io.guanxi.crm.customer.CustomerDirectory;
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
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Interactions, one a row, known again by customer, time, channel and subject. */
@Component(service = ImportTarget.class, configurationPid = "io.guanxi.crm.contact.imports")
@Designate(ocd = InteractionsTarget.Config.class)
public class InteractionsTarget implements ImportTarget {

    /** How files are read. */
    @ObjectClassDefinition(name = "Guanxi CRM import of interactions")
    public @interface Config {

        @AttributeDefinition(name = "Time zone", description = "Of dates and times that don't name one")
        String zone() default "UTC";
    }

    private static final Snapshot<InteractionData> SNAPSHOT = Snapshot.of(InteractionData.class);

    private final Jdbc jdbc;
    private final Outbox outbox;
    private final Access access;
    private final Neighbour<CustomerDirectory> directory;
    private final ZoneId zone;
    private final Clock clock;
    private final InteractionWriter writer = new InteractionWriter();

    @Activate
    public InteractionsTarget(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource,
            @Reference Outbox outbox,
            @Reference Access access,
            Config config) {
        this(
                dataSource,
                outbox,
                access,
                Neighbour.tracked(context, CustomerDirectory.class),
                ZoneId.of(config.zone()),
                Clock.systemUTC());
    }

    InteractionsTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<CustomerDirectory> directory,
            ZoneId zone,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.outbox = outbox;
        this.access = access;
        this.directory = directory;
        this.zone = zone;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        directory.close();
    }

    @Override
    public String type() {
        return "interactions";
    }

    @Override
    public List<ImportColumn> columns() {
        return InteractionColumns.ALL;
    }

    @Override
    public String keyColumn() {
        return InteractionColumns.AT;
    }

    @Override
    public Optional<String> key(ImportRow row) {
        Optional<String> customer = row.text(InteractionColumns.CUSTOMER_EXTERNAL_ID)
                .map(externalId -> "e" + externalId)
                .or(() -> row.text(InteractionColumns.CUSTOMER_CODE).map(code -> "c" + code));
        return customer.flatMap(key -> row.text(InteractionColumns.AT)
                .map(at -> String.join(
                        "\n",
                        key,
                        at,
                        row.text(InteractionColumns.CHANNEL).orElse(""),
                        row.text(InteractionColumns.SUBJECT).orElse(""))));
    }

    @Override
    public boolean grouped() {
        return false;
    }

    @Override
    public ChunkOutcome write(ImportChunk chunk) {
        access.require(Action.IMPORT, "interaction");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        String by = Callers.require().name();
        return jdbc.with(connection -> {
            InteractionPlanner planner =
                    InteractionPlanner.of(connection, directory.get(), zone, chunk.mode(), by, rows);
            ChunkOutcome outcome = planner.plan();
            if (!chunk.dryRun() && !planner.plans().isEmpty()) {
                tell(planner.plans(), writer.write(connection, planner.plans(), clock.instant(), by), chunk.undo());
            }
            return outcome;
        });
    }

    private void tell(List<InteractionPlan> plans, List<InteractionWriter.Written> written, UndoLog log) {
        List<News> news = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            InteractionWriter.Written w = written.get(i);
            Optional<StoredInteraction> before = plans.get(i).before().filter(b -> !b.undone());
            String topic = before.isPresent() ? "interaction.changed" : "interaction.recorded";
            news.add(InteractionNews.of(topic, w.id(), w.version(), w.data()));
            if (before.isPresent()) {
                log.updated(w.id(), w.version(), SNAPSHOT.write(before.get().data()));
            } else {
                log.created(w.id(), w.version());
            }
        }
        outbox.publish(news);
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        access.require(Action.IMPORT, "interaction");
        return jdbc.with(connection -> {
            StoredInteractions now = StoredInteractions.ofIds(
                    connection, entries.stream().map(UndoEntry::record).toList());
            List<StoredInteraction> created = new ArrayList<>();
            List<InteractionPlan> updated = new ArrayList<>();
            List<UndoConflict> conflicts = new ArrayList<>();
            for (UndoEntry entry : entries) {
                Optional<StoredInteraction> interaction =
                        now.byId(entry.record()).filter(i -> i.version() == entry.version());
                if (interaction.isEmpty()) {
                    conflicts.add(UndoConflict.changedSince(entry.record()));
                } else if (entry.before().isEmpty()) {
                    created.add(interaction.get());
                } else {
                    updated.add(new InteractionPlan(SNAPSHOT.read(entry.before().get()), interaction));
                }
            }
            String by = Callers.require().name();
            List<News> news = new ArrayList<>();
            InteractionWriter.archive(connection, created, clock.instant(), by)
                    .forEach(w -> news.add(InteractionNews.of("interaction.archived", w.id(), w.version(), w.data())));
            writer.write(connection, updated, clock.instant(), by)
                    .forEach(w -> news.add(InteractionNews.of("interaction.changed", w.id(), w.version(), w.data())));
            if (!news.isEmpty()) {
                outbox.publish(news);
            }
            return new UndoOutcome(news.size(), conflicts);
        });
    }
}
