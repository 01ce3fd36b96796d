package io.guanxi.crm.contact.service.imports;

import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.service.InteractionValues;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Jdbc jdbc;
    private final Access access;
    private final Neighbour<CustomerDirectory> directory;
    private final Neighbour<CustomerScopes> scopes;
    private final CustomFields custom;
    private final RecordBooks<InteractionData, Interaction> books;
    private final ZoneId zone;
    private final Clock clock;
    private final InteractionWriter writer = new InteractionWriter();

    @Activate
    public InteractionsTarget(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource,
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

    InteractionsTarget(
            DataSource dataSource,
            Outbox outbox,
            Access access,
            Neighbour<CustomerDirectory> directory,
            Neighbour<CustomerScopes> scopes,
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            ZoneId zone,
            Clock clock) {
        this.jdbc = new Jdbc(dataSource);
        this.access = access;
        this.directory = directory;
        this.scopes = scopes;
        this.custom = new CustomFields(fields, "interaction", jdbc, InteractionValues.TABLE);
        this.books = new RecordBooks<>(new InteractionForm(), InteractionData.class, custom, log, outbox);
        this.zone = zone;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        directory.close();
        scopes.close();
        custom.close();
    }

    @Override
    public String type() {
        return "interactions";
    }

    @Override
    public String recordType() {
        return "interaction";
    }

    @Override
    public List<ImportColumn> columns() {
        FieldRights rights = access.fields("interaction");
        return CustomColumns.behind(InteractionColumns.ALL, custom.fields()).stream()
                .filter(column -> rights.writes(InteractionColumns.field(column.code())))
                .toList();
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
        Scope scope = access.scope(Action.IMPORT, "interaction");
        List<ImportRow> rows = chunk.records().stream().flatMap(List::stream).toList();
        String by = Callers.require().name();
        return jdbc.with(connection -> {
            ImportedValues values = custom.imported(connection);
            values.expect(rows);
            InteractionPlanner planner =
                    InteractionPlanner.of(connection, directory.get(), scope, zone, chunk.mode(), values, by, rows);
            ChunkOutcome outcome = planner.plan();
            if (!chunk.dryRun()) {
                write(connection, planner.plans(), by, chunk.undo());
            }
            return outcome;
        });
    }

    private void write(Connection connection, List<InteractionPlan> plans, String by, UndoLog undo)
            throws SQLException {
        if (!plans.isEmpty()) {
            books.written(connection, plans, writer.write(connection, plans, clock.instant(), by), undo);
        }
    }

    @Override
    public UndoOutcome undo(List<UndoEntry> entries) {
        Scope scope = access.scope(Action.IMPORT, "interaction");
        String by = Callers.require().name();
        return jdbc.with(connection -> {
            StoredInteractions now = StoredInteractions.ofIds(
                    connection, entries.stream().map(UndoEntry::record).toList(), custom.imported(connection));
            Set<CustomerId> open = scopes.get().writable(now.customers(), scope);
            UndoPlan<StoredInteraction> undo = UndoPlan.of(entries, id -> now.byId(id)
                    .filter(interaction -> open.contains(interaction.data().customer())));
            books.archived(
                    InteractionWriter.archive(connection, undo.created(), clock.instant(), by),
                    interaction -> InteractionForm.news("interaction.archived", interaction));
            List<InteractionPlan> plans = undo.updated().stream()
                    .map(updated -> new InteractionPlan(books.before(updated.before()), Optional.of(updated.record())))
                    .toList();
            write(connection, plans, by, UndoLog.NONE);
            return undo.outcome();
        });
    }
}
