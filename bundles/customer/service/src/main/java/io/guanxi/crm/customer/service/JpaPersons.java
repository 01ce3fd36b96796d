package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.Person;
import io.guanxi.crm.customer.PersonData;
import io.guanxi.crm.customer.PersonDetails;
import io.guanxi.crm.customer.PersonId;
import io.guanxi.crm.customer.PersonQuery;
import io.guanxi.crm.customer.Persons;
import io.guanxi.crm.customer.UnknownCustomerException;
import io.guanxi.crm.customer.UnknownPersonException;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.rights.CustomRights;
import io.guanxi.crm.platform.fields.values.CustomFields;
import io.guanxi.crm.platform.history.ChangeKind;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.FieldErrors;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.query.Slice;
import io.guanxi.crm.platform.search.TermChanges;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

/** Persons over JPA, their phones and e-mail addresses beside. */
@Component(service = Persons.class)
public class JpaPersons implements Persons {

    private static final String TYPE = "person";
    private static final int MOST = 200;
    private static final PersonData NOTHING = named("");
    private static final String LIVING = "SELECT p FROM PersonEntity p WHERE p.customerId = :customer"
            + " AND p.history.archived = 0 ORDER BY p.nameKey, p.id";

    private static final String THESE = "SELECT p FROM PersonEntity p WHERE p.id IN :ids";

    private final JpaTemplate jpa;
    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Access access;
    private final ChangeLog log;
    private final Clock clock;
    private final CustomFields custom;
    private final PersonRules rules;
    private final CustomerGate gate;
    private final PersonList list;

    @Activate
    public JpaPersons(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=crm-customer)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference ChangeLog log,
            @Reference Access access) {
        this(
                jpa,
                dataSource,
                transactions,
                outbox,
                access,
                Neighbour.tracked(context, FieldCatalog.class),
                log,
                Clock.systemUTC());
    }

    /** For plain Java: without custom fields and history. */
    public JpaPersons(JpaTemplate jpa, DataSource dataSource, Transactions transactions, Outbox outbox, Access access) {
        this(jpa, dataSource, transactions, outbox, access, Clock.systemUTC());
    }

    JpaPersons(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Clock clock) {
        this(
                jpa,
                dataSource,
                transactions,
                outbox,
                access,
                Neighbour.fixed(FieldCatalog.none()),
                ChangeLog.none(),
                clock);
    }

    /** For plain Java, where nothing comes and goes. */
    public JpaPersons(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            Clock clock) {
        this.jpa = jpa;
        this.jdbc = new Jdbc(dataSource);
        this.transactions = transactions;
        this.outbox = outbox;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.custom = new CustomFields(fields, TYPE, jdbc, PersonValues.TABLE);
        this.rules = new PersonRules(clock);
        this.gate = new CustomerGate(jdbc, clock);
        this.list = new PersonList(jdbc, custom, clock);
    }

    @Deactivate
    void close() {
        custom.close();
    }

    @Override
    public Person add(CustomerId customer, PersonData data) {
        Scope scope = access.scope(Action.CREATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            gate.requireWritable(scope, customer);
            PersonData clean = clean(data, Optional.empty(), rights);
            PersonEntity entity = new PersonEntity(customer, clean, Touch.now(clock));
            em.persist(entity);
            em.flush();
            write(entity.id(), NOTHING, clean);
            Person person = entity.toPerson(clean);
            log.record(PersonChanges.of(person, ChangeKind.CREATED));
            writeTerms(entity.id(), Set.of(), CustomerTerms.of(clean));
            return FieldGuards.shown(told("person.added", person), rights);
        });
    }

    @Override
    public List<Person> of(CustomerId customer) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(TransactionType.Supports, em -> {
            gate.requireVisible(scope, customer);
            List<PersonEntity> entities = em.createQuery(LIVING, PersonEntity.class)
                    .setParameter("customer", customer.value())
                    .setMaxResults(MOST)
                    .getResultList();
            return shown(withParts(entities), rights);
        });
    }

    @Override
    public List<Field> fields() {
        return list.columns(access.fields(TYPE)).fields();
    }

    @Override
    public Slice<Person> list(PersonQuery query) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(TransactionType.Supports, em -> {
            query.customer().ifPresent(customer -> gate.requireVisible(scope, customer));
            Slice<Long> page = list.page(query, scope, rights);
            return new Slice<>(
                    page.rows().isEmpty() ? List.of() : shown(withParts(entities(em, page.rows())), rights),
                    page.next());
        });
    }

    @Override
    public Slice<PersonId> ids(PersonQuery query) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(TransactionType.Supports, em -> {
            query.customer().ifPresent(customer -> gate.requireVisible(scope, customer));
            return list.page(query, scope, rights).map(PersonId::new);
        });
    }

    @Override
    public long count(PersonQuery query) {
        return list.count(query, access.scope(Action.READ, TYPE), access.fields(TYPE));
    }

    private static List<PersonEntity> entities(EntityManager em, List<Long> ids) {
        Map<Long, PersonEntity> found =
                em.createQuery(THESE, PersonEntity.class).setParameter("ids", ids).getResultList().stream()
                        .collect(Collectors.toMap(PersonEntity::id, Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    @Override
    public Optional<Person> find(CustomerId customer, PersonId id) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(TransactionType.Supports, em -> Optional.ofNullable(em.find(PersonEntity.class, id.value()))
                .filter(entity -> entity.belongsTo(customer))
                .filter(entity -> !gate.reached(scope, List.of(customer), false).isEmpty())
                .map(entity -> FieldGuards.shown(withParts(entity), rights)));
    }

    @Override
    public Person change(CustomerId customer, PersonId id, long version, UnaryOperator<PersonData> change) {
        Scope scope = access.scope(Action.UPDATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            custom.holdDefinitions();
            PersonEntity entity = locked(em, scope, customer, id);
            if (!entity.isAt(version)) {
                throw new StaleVersionException();
            }
            Person person = withParts(entity);
            PersonData before = person.data();
            PersonData shown = FieldGuards.PERSONS.shown(before, rights);
            PersonData clean = clean(change.apply(shown), Optional.of(before), rights);
            if (clean.equals(before)) {
                return person.with(shown);
            }
            entity.change(clean, Touch.now(clock));
            em.flush();
            write(entity.id(), before, clean);
            Person changed = entity.toPerson(clean);
            log.record(PersonChanges.of(person, changed));
            writeTerms(entity.id(), CustomerTerms.of(before), CustomerTerms.of(clean));
            return FieldGuards.shown(told("person.changed", changed), rights);
        });
    }

    @Override
    public Person archive(CustomerId customer, PersonId id) {
        return moved(customer, id, true, PersonEntity::archive, "person.archived", ChangeKind.ARCHIVED);
    }

    @Override
    public Person restore(CustomerId customer, PersonId id) {
        return moved(customer, id, false, PersonEntity::restore, "person.restored", ChangeKind.RESTORED);
    }

    private Person moved(
            CustomerId customer,
            PersonId id,
            boolean archived,
            BiConsumer<PersonEntity, Touch> move,
            String topic,
            ChangeKind kind) {
        Scope scope = access.scope(Action.ARCHIVE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            PersonEntity entity = locked(em, scope, customer, id);
            if (entity.isArchived() == archived) {
                return FieldGuards.shown(withParts(entity), rights);
            }
            move.accept(entity, Touch.now(clock));
            em.flush();
            Person person = withParts(entity);
            log.record(PersonChanges.of(person, kind));
            return FieldGuards.shown(told(topic, person), rights);
        });
    }

    private static PersonData named(String name) {
        return new PersonData(name, Optional.empty(), List.of(), List.of(), PersonDetails.NONE);
    }

    private Person told(String topic, Person person) {
        outbox.publish(CustomerNews.of(topic, person));
        return person;
    }

    private PersonEntity locked(EntityManager em, Scope scope, CustomerId customer, PersonId id) {
        requireWritable(scope, customer, id);
        return Optional.ofNullable(em.find(PersonEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(entity -> entity.belongsTo(customer))
                .orElseThrow(() -> new UnknownPersonException(id));
    }

    private void requireWritable(Scope scope, CustomerId customer, PersonId id) {
        try {
            gate.requireWritable(scope, customer);
        } catch (UnknownCustomerException e) {
            throw new UnknownPersonException(id);
        }
    }

    private void write(long person, PersonData before, PersonData after) {
        jdbc.with(connection -> {
            Parts.PERSON_PHONES.replace(connection, person, before.phones(), after.phones());
            Parts.PERSON_EMAILS.replace(connection, person, before.emails(), after.emails());
            return 0;
        });
        custom.write(person, before.custom(), after.custom());
    }

    private void writeTerms(long person, Set<String> before, Set<String> after) {
        jdbc.with(connection -> {
            TermChanges terms = CustomerTerms.PERSONS.changes();
            terms.add(person, before, after);
            terms.write(connection);
            return 0;
        });
    }

    private static List<Person> shown(List<Person> persons, FieldRights rights) {
        return persons.stream().map(person -> FieldGuards.shown(person, rights)).toList();
    }

    private Person withParts(PersonEntity entity) {
        return withParts(List.of(entity)).get(0);
    }

    private List<Person> withParts(List<PersonEntity> entities) {
        List<Long> ids = entities.stream().map(PersonEntity::id).toList();
        Map<Long, CustomValues> values = custom.ofAll(ids);
        return jdbc.with(connection -> {
            Map<Long, List<String>> phones = Parts.PERSON_PHONES.ofAll(connection, ids);
            Map<Long, List<String>> emails = Parts.PERSON_EMAILS.ofAll(connection, ids);
            return entities.stream()
                    .map(entity -> entity.toPerson(
                            phones.getOrDefault(entity.id(), List.of()),
                            emails.getOrDefault(entity.id(), List.of()),
                            values.getOrDefault(entity.id(), CustomValues.NONE)))
                    .toList();
        });
    }

    private PersonData clean(PersonData data, Optional<PersonData> before, FieldRights rights) {
        FieldErrors errors = new FieldErrors();
        PersonData wanted =
                FieldGuards.PERSONS.wanted(before.orElseGet(() -> named(data.name())), data, rights, errors);
        PersonData clean =
                rules.clean(wanted, errors).with(custom.clean(wanted.custom(), before.map(PersonData::custom), errors));
        CustomRights.check(
                before.map(PersonData::custom), before.isPresent() ? clean.custom() : wanted.custom(), rights, errors);
        errors.throwIfAny();
        return clean;
    }

    private <T> T inTransaction(EmFunction<T> work) {
        return transactions.callRepeatably(() -> jpa.txExpr(TransactionType.Required, work));
    }
}
