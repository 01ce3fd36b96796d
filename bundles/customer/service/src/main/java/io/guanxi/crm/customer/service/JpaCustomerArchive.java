package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.Customer;
import io.guanxi.crm.customer.CustomerArchive;
import io.guanxi.crm.customer.CustomerData;
import io.guanxi.crm.customer.CustomerEntry;
import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerQuery;
import io.guanxi.crm.customer.Ownership;
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
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The archive over JPA for one customer, over plain queries for many. */
@Component(service = CustomerArchive.class)
public class JpaCustomerArchive implements CustomerArchive {

    private static final String TYPE = "customer";

    private final JpaTemplate jpa;
    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Access access;
    private final ChangeLog log;
    private final Clock clock;
    private final CustomFields custom;
    private final CustomerRules rules;
    private final CustomerCodes codes = new CustomerCodes();
    private final CustomerLookup lookup;
    private final CustomerList list;
    private final CustomerGate gate;

    @Activate
    public JpaCustomerArchive(
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
    public JpaCustomerArchive(
            JpaTemplate jpa, DataSource dataSource, Transactions transactions, Outbox outbox, Access access) {
        this(jpa, dataSource, transactions, outbox, access, Clock.systemUTC());
    }

    JpaCustomerArchive(
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
    public JpaCustomerArchive(
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
        this.custom = new CustomFields(fields, TYPE, jdbc, CustomerValues.TABLE);
        this.rules = new CustomerRules(clock);
        this.lookup = new CustomerLookup(jdbc);
        this.list = new CustomerList(jdbc, custom, clock);
        this.gate = new CustomerGate(jdbc, clock);
    }

    @Deactivate
    void close() {
        custom.close();
    }

    @Override
    public Customer register(CustomerData data) {
        Ownership ownership = CustomerGate.first(Callers.require(), access.scope(Action.CREATE, TYPE));
        FieldRights rights = access.fields(TYPE);
        return transactions.callRepeatably(() -> {
            CustomerData clean = clean(data, Optional.empty(), rights);
            CustomerData coded = clean.code().isPresent() ? clean : clean.withCode(jdbc.with(codes::fresh));
            CustomerEntity entity = new CustomerEntity(coded, ownership, Touch.now(clock));
            return inTransaction(em -> {
                em.persist(entity);
                Customer customer = written(
                        em,
                        entity,
                        CustomerParts.NONE,
                        CustomerParts.of(clean),
                        "customer.created",
                        ChangeKind.CREATED);
                writeTerms(customer.id(), Set.of(), CustomerTerms.of(coded));
                return FieldGuards.shown(customer, rights);
            });
        });
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(TransactionType.Supports, em -> Optional.ofNullable(em.find(CustomerEntity.class, id.value()))
                .filter(entity -> gate.sees(scope, id, entity.ownership()))
                .map(entity -> FieldGuards.shown(entity.toCustomer(parts(id)), rights)));
    }

    @Override
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        Scope scope = access.scope(Action.READ, TYPE);
        Map<CustomerId, String> names = lookup.names(ids);
        if (!scope.everything()) {
            names.keySet().retainAll(gate.reached(scope, names.keySet(), false));
        }
        return names;
    }

    @Override
    public Map<String, CustomerId> byExternalIds(Collection<String> externalIds) {
        Scope scope = access.scope(Action.READ, TYPE);
        Map<String, CustomerId> found = lookup.byExternalIds(externalIds);
        if (!scope.everything()) {
            found.values().retainAll(gate.reached(scope, found.values(), false));
        }
        return found;
    }

    @Override
    public Customer change(CustomerId id, long version, UnaryOperator<CustomerData> change) {
        Scope scope = access.scope(Action.UPDATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            custom.holdDefinitions();
            CustomerEntity entity = CustomerEntity.locked(em, id);
            gate.requireWritable(scope, id, entity.ownership());
            if (!entity.isAt(version)) {
                throw new StaleVersionException();
            }
            CustomerParts before = parts(id);
            Customer customer = entity.toCustomer(before);
            Customer shown = FieldGuards.shown(customer, rights);
            CustomerData clean =
                    coded(clean(change.apply(shown.data()), Optional.of(customer.data()), rights), customer);
            if (clean.equals(customer.data())) {
                return shown;
            }
            entity.change(clean, Touch.now(clock));
            Customer changed =
                    written(em, entity, before, CustomerParts.of(clean), "customer.changed", ChangeKind.CHANGED);
            log.record(CustomerChanges.of(customer, changed));
            writeTerms(id, CustomerTerms.of(customer.data()), CustomerTerms.of(clean));
            return FieldGuards.shown(changed, rights);
        });
    }

    @Override
    public Customer archive(CustomerId id) {
        return moved(id, true, CustomerEntity::archive, "customer.archived", ChangeKind.ARCHIVED);
    }

    @Override
    public Customer restore(CustomerId id) {
        return moved(id, false, CustomerEntity::restore, "customer.restored", ChangeKind.RESTORED);
    }

    @Override
    public List<Field> fields() {
        return list.columns(access.fields(TYPE)).fields();
    }

    @Override
    public Slice<CustomerEntry> list(CustomerQuery query) {
        return list.page(query, access.scope(Action.READ, TYPE), access.fields(TYPE));
    }

    @Override
    public Slice<CustomerId> ids(CustomerQuery query) {
        return list.ids(query, access.scope(Action.READ, TYPE), access.fields(TYPE));
    }

    @Override
    public long count(CustomerQuery query) {
        return list.count(query, access.scope(Action.READ, TYPE), access.fields(TYPE));
    }

    private Customer moved(
            CustomerId id, boolean archived, BiConsumer<CustomerEntity, Touch> move, String topic, ChangeKind kind) {
        Scope scope = access.scope(Action.ARCHIVE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            CustomerEntity entity = CustomerEntity.locked(em, id);
            gate.requireWritable(scope, id, entity.ownership());
            CustomerParts parts = parts(id);
            if (entity.isArchived() == archived) {
                return FieldGuards.shown(entity.toCustomer(parts), rights);
            }
            move.accept(entity, Touch.now(clock));
            return FieldGuards.shown(written(em, entity, parts, parts, topic, kind), rights);
        });
    }

    private Customer written(
            EntityManager em,
            CustomerEntity entity,
            CustomerParts before,
            CustomerParts after,
            String topic,
            ChangeKind kind) {
        CustomerKeys.flush(em);
        jdbc.with(connection -> {
            after.write(connection, entity.id().value(), before);
            return 0;
        });
        custom.write(entity.id().value(), before.custom(), after.custom());
        Customer customer = entity.toCustomer(after);
        if (kind != ChangeKind.CHANGED) {
            log.record(CustomerChanges.of(customer, kind));
        }
        outbox.publish(CustomerNews.of(topic, customer));
        return customer;
    }

    private void writeTerms(CustomerId id, Set<String> before, Set<String> after) {
        jdbc.with(connection -> {
            TermChanges terms = CustomerTerms.CUSTOMERS.changes();
            terms.add(id.value(), before, after);
            terms.write(connection);
            return 0;
        });
    }

    private CustomerParts parts(CustomerId id) {
        CustomValues values = custom.of(id.value());
        return jdbc.with(connection -> CustomerParts.read(connection, id.value(), values));
    }

    private CustomerData clean(CustomerData data, Optional<CustomerData> before, FieldRights rights) {
        FieldErrors errors = new FieldErrors();
        CustomerData wanted = FieldGuards.CUSTOMERS.wanted(
                before.orElseGet(() -> CustomerData.of(data.kind(), data.name())), data, rights, errors);
        CustomerData clean = rules.clean(wanted, errors)
                .with(custom.clean(wanted.custom(), before.map(CustomerData::custom), errors));
        CustomRights.check(
                before.map(CustomerData::custom),
                before.isPresent() ? clean.custom() : wanted.custom(),
                rights,
                errors);
        errors.throwIfAny();
        return clean;
    }

    // A customer never loses its code.
    private static CustomerData coded(CustomerData data, Customer before) {
        return data.code().isPresent()
                ? data
                : data.withCode(before.data().code().orElseThrow());
    }

    private <T> T inTransaction(EmFunction<T> work) {
        return transactions.callRepeatably(() -> jpa.txExpr(TransactionType.Required, work));
    }
}
