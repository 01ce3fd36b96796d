package io.guanxi.crm.contact.service;

import io.guanxi.crm.contact.ContactLog;
import io.guanxi.crm.contact.Interaction;
import io.guanxi.crm.contact.InteractionData;
import io.guanxi.crm.contact.InteractionId;
import io.guanxi.crm.contact.InteractionQuery;
import io.guanxi.crm.contact.UnknownInteractionException;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    private final JpaTemplate jpa;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Access access;
    private final Participants participants;
    private final Clock clock;
    private final PersonTable persons;
    private final InteractionList list;

    @Activate
    public JpaContactLog(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=crm-contact)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=crm/contact)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference Access access) {
        this(
                jpa,
                dataSource,
                transactions,
                outbox,
                access,
                Neighbour.tracked(context, CustomerArchive.class),
                Neighbour.tracked(context, Persons.class),
                Clock.systemUTC());
    }

    /** For plain Java, where nothing comes and goes. */
    public JpaContactLog(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Neighbour<CustomerArchive> customers,
            Neighbour<Persons> people,
            Clock clock) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.jpa = jpa;
        this.transactions = transactions;
        this.outbox = outbox;
        this.access = access;
        this.participants = new Participants(customers, people);
        this.clock = clock;
        this.persons = new PersonTable(jdbc);
        this.list = new InteractionList(jdbc, persons);
    }

    @Deactivate
    void close() {
        participants.close();
    }

    @Override
    public Interaction record(InteractionData data) {
        access.require(Action.CREATE, TYPE);
        Touch made = Touch.now(clock);
        InteractionData clean = participants.checked(data, made.by());
        return inTransaction(em -> {
            InteractionEntity entity = new InteractionEntity(clean, made);
            em.persist(entity);
            return written(em, entity, List.of(), clean.persons(), "interaction.recorded");
        });
    }

    @Override
    public Optional<Interaction> find(InteractionId id) {
        access.require(Action.READ, TYPE);
        return jpa.txExpr(
                TransactionType.Supports, em -> Optional.ofNullable(em.find(InteractionEntity.class, id.value()))
                        .map(entity -> entity.toInteraction(persons.of(id.value()))));
    }

    @Override
    public List<Interaction> list(InteractionQuery query) {
        access.require(Action.READ, TYPE);
        return list.page(query);
    }

    @Override
    public Interaction change(InteractionId id, long version, UnaryOperator<InteractionData> change) {
        access.require(Action.UPDATE, TYPE);
        return inTransaction(em -> {
            InteractionEntity entity = locked(em, id);
            if (!entity.isAt(version)) {
                throw new StaleVersionException();
            }
            Interaction before = entity.toInteraction(persons.of(id.value()));
            Touch touch = Touch.now(clock);
            InteractionData clean = participants.checked(change.apply(before.data()), touch.by());
            if (clean.equals(before.data())) {
                return before;
            }
            entity.change(clean, touch);
            return written(em, entity, before.data().persons(), clean.persons(), "interaction.changed");
        });
    }

    @Override
    public Interaction archive(InteractionId id) {
        access.require(Action.ARCHIVE, TYPE);
        return inTransaction(em -> {
            InteractionEntity entity = locked(em, id);
            List<PersonId> who = persons.of(id.value());
            if (entity.isArchived()) {
                return entity.toInteraction(who);
            }
            entity.archive(Touch.now(clock));
            return written(em, entity, who, who, "interaction.archived");
        });
    }

    private Interaction written(
            EntityManager em, InteractionEntity entity, List<PersonId> before, List<PersonId> after, String topic) {
        em.flush();
        persons.replace(entity.id().value(), before, after);
        Interaction interaction = entity.toInteraction(after);
        outbox.publish(InteractionNews.of(topic, interaction.id().value(), interaction.version(), interaction.data()));
        return interaction;
    }

    // A lock rather than a failure at commit: who comes second is told so before anything of his is written.
    private static InteractionEntity locked(EntityManager em, InteractionId id) {
        return Optional.ofNullable(em.find(InteractionEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new UnknownInteractionException(id));
    }

    private <T> T inTransaction(EmFunction<T> work) {
        return transactions.call(() -> jpa.txExpr(TransactionType.Required, work));
    }
}
