package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.UnknownInteractionException;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.rights.CustomRights;
import io.guanxi.crm.platform.fields.rights.FieldGuard;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.query.sql.Sql;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The contact log over JPA for one interaction, over plain queries for many. */
@Component(service = ContactLog.class)
public class JpaContactLog implements ContactLog {

    private static final String TYPE = "interaction";

    private static final FieldGuard<InteractionData> GUARD =
            new FieldGuard<>(InteractionData.class, Map.of(), Set.of(), Map.of());

    private final JpaTemplate jpa;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Access access;
    private final Neighbour<CustomerScopes> scopes;
    private final Participants participants;
    private final ChangeLog changes;
    private final Clock clock;
    private final CustomFields custom;
    private final PersonTable persons;
    private final InteractionList list;

    @Activate
    public JpaContactLog(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=crm-contact)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference ChangeLog changes,
            @Reference Access access) {
        this(
                jpa,
                dataSource,
                transactions,
                outbox,
                access,
                Neighbour.tracked(context, CustomerScopes.class),
                Neighbour.tracked(context, Persons.class),
                Neighbour.tracked(context, FieldCatalog.class),
                changes,
                Clock.systemUTC());
    }

    /** For plain Java: without custom fields and history. */
    public JpaContactLog(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Neighbour<CustomerScopes> scopes,
            Neighbour<Persons> people,
            Clock clock) {
        this(
                jpa,
                dataSource,
                transactions,
                outbox,
                access,
                scopes,
                people,
                Neighbour.fixed(FieldCatalog.none()),
                ChangeLog.none(),
                clock);
    }

    /** For plain Java, where nothing comes and goes. */
    public JpaContactLog(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Neighbour<CustomerScopes> scopes,
            Neighbour<Persons> people,
            Neighbour<FieldCatalog> fields,
            ChangeLog changes,
            Clock clock) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.jpa = jpa;
        this.transactions = transactions;
        this.outbox = outbox;
        this.access = access;
        this.scopes = scopes;
        this.participants = new Participants(scopes, people);
        this.changes = changes;
        this.clock = clock;
        this.custom = new CustomFields(fields, TYPE, jdbc, InteractionValues.TABLE);
        this.persons = new PersonTable(jdbc);
        this.list = new InteractionList(jdbc, persons, custom);
    }

    @Deactivate
    void close() {
        participants.close();
        custom.close();
    }

    @Override
    public Interaction record(InteractionData data) {
        Scope scope = access.scope(Action.CREATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        Touch made = Touch.now(clock);
        return inTransaction(em -> {
            InteractionData clean = checked(data, Optional.empty(), scope, rights, made);
            InteractionEntity entity = new InteractionEntity(clean, made);
            em.persist(entity);
            return shown(
                    written(em, entity, Optional.empty(), clean, "interaction.recorded", ChangeKind.CREATED), rights);
        });
    }

    @Override
    public Optional<Interaction> find(InteractionId id) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(
                TransactionType.Supports, em -> Optional.ofNullable(em.find(InteractionEntity.class, id.value()))
                        .filter(entity -> scope.everything() || scopes.get().sees(entity.customer(), scope))
                        .map(entity -> shown(whole(entity), rights)));
    }

    @Override
    public List<Field> fields() {
        return list.columns(access.fields(TYPE)).fields();
    }

    @Override
    public Slice<Interaction> list(InteractionQuery query) {
        FieldRights rights = access.fields(TYPE);
        Slice<Interaction> page = list.page(query, seen(access.scope(Action.READ, TYPE)), rights);
        Map<Long, CustomValues> values = custom.ofAll(page.rows().stream()
                .map(interaction -> interaction.id().value())
                .toList());
        return page.map(interaction ->
                shown(interaction.with(values.getOrDefault(interaction.id().value(), CustomValues.NONE)), rights));
    }

    @Override
    public Slice<InteractionId> ids(InteractionQuery query) {
        return list.ids(query, seen(access.scope(Action.READ, TYPE)), access.fields(TYPE));
    }

    @Override
    public long count(InteractionQuery query) {
        return list.count(query, seen(access.scope(Action.READ, TYPE)), access.fields(TYPE));
    }

    @Override
    public Interaction change(InteractionId id, long version, UnaryOperator<InteractionData> change) {
        Scope scope = access.scope(Action.UPDATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            custom.holdDefinitions();
            InteractionEntity entity = locked(em, scope, id);
            if (!entity.isAt(version)) {
                throw new StaleVersionException();
            }
            Interaction before = whole(entity);
            Touch touch = Touch.now(clock);
            Interaction shown = shown(before, rights);
            InteractionData clean =
                    checked(change.apply(shown.data()), Optional.of(before.data()), scope, rights, touch);
            if (clean.equals(before.data())) {
                return shown;
            }
            entity.change(clean, touch);
            return shown(
                    written(em, entity, Optional.of(before.data()), clean, "interaction.changed", ChangeKind.CHANGED),
                    rights);
        });
    }

    @Override
    public Interaction archive(InteractionId id) {
        return moved(id, true, InteractionEntity::archive, "interaction.archived", ChangeKind.ARCHIVED);
    }

    @Override
    public Interaction restore(InteractionId id) {
        return moved(id, false, InteractionEntity::restore, "interaction.restored", ChangeKind.RESTORED);
    }

    private Interaction moved(
            InteractionId id,
            boolean archived,
            BiConsumer<InteractionEntity, Touch> move,
            String topic,
            ChangeKind kind) {
        Scope scope = access.scope(Action.ARCHIVE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            InteractionEntity entity = locked(em, scope, id);
            Interaction before = whole(entity);
            if (entity.isArchived() == archived) {
                return shown(before, rights);
            }
            move.accept(entity, Touch.now(clock));
            return shown(written(em, entity, Optional.of(before.data()), before.data(), topic, kind), rights);
        });
    }

    private Sql seen(Scope scope) {
        return scope.everything() ? Sql.of("") : scopes.get().condition("I.CUSTOMER_ID", scope);
    }

    private static Interaction shown(Interaction interaction, FieldRights rights) {
        return interaction.with(GUARD.shown(interaction.data(), rights));
    }

    private InteractionData checked(
            InteractionData data, Optional<InteractionData> before, Scope scope, FieldRights rights, Touch touch) {
        FieldErrors errors = new FieldErrors();
        InteractionData wanted = GUARD.wanted(before.orElseGet(() -> bare(data)), data, rights, errors);
        InteractionData clean = participants
                .checked(wanted, scope, touch.by(), errors)
                .with(custom.clean(wanted.custom(), before.map(InteractionData::custom), errors));
        CustomRights.check(
                before.map(InteractionData::custom),
                before.isPresent() ? clean.custom() : wanted.custom(),
                rights,
                errors);
        errors.throwIfAny();
        return clean;
    }

    // What everybody sees of it, and nothing else.
    private static InteractionData bare(InteractionData data) {
        return new InteractionData(
                data.customer(),
                data.persons(),
                data.channel(),
                data.direction(),
                data.at(),
                Optional.empty(),
                data.subject(),
                Optional.empty(),
                Optional.empty(),
                data.by(),
                Optional.empty());
    }

    private Interaction whole(InteractionEntity entity) {
        long id = entity.id().value();
        return entity.toInteraction(persons.of(id)).with(custom.of(id));
    }

    private Interaction written(
            EntityManager em,
            InteractionEntity entity,
            Optional<InteractionData> before,
            InteractionData after,
            String topic,
            ChangeKind kind) {
        em.flush();
        long id = entity.id().value();
        persons.replace(id, before.map(InteractionData::persons).orElse(List.of()), after.persons());
        custom.write(id, before.map(InteractionData::custom).orElse(CustomValues.NONE), after.custom());
        Interaction interaction = entity.toInteraction(after.persons()).with(after.custom());
        changes.record(InteractionChanges.of(before, interaction, kind));
        outbox.publish(InteractionNews.of(topic, interaction.id().value(), interaction.version(), interaction.data()));
        return interaction;
    }

    // A lock rather than a failure at commit: who comes second is told so before anything of his is written.
    private InteractionEntity locked(EntityManager em, Scope scope, InteractionId id) {
        return Optional.ofNullable(em.find(InteractionEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> scope.everything() || scopes.get().admits(found.customer(), scope))
                .orElseThrow(() -> new UnknownInteractionException(id));
    }

    private <T> T inTransaction(EmFunction<T> work) {
        return transactions.callRepeatably(() -> jpa.txExpr(TransactionType.Required, work));
    }
}
