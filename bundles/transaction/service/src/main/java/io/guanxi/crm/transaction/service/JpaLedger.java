package io.guanxi.crm.transaction.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.fields.CustomValues;
import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.rights.CustomRights;
import io.guanxi.crm.platform.fields.values.CustomFields;
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
import io.guanxi.crm.transaction.CustomerFacts;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Ledger;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderEntry;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.OrderQuery;
import io.guanxi.crm.transaction.OrderVisitor;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.UnknownOrderException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The ledger over JPA for one order, over plain queries for many. */
@Component(service = Ledger.class)
public class JpaLedger implements Ledger {

    private static final String TYPE = "order";

    private final JpaTemplate jpa;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Access access;
    private final Neighbour<CustomerScopes> scopes;
    private final ChangeLog log;
    private final Clock clock;
    private final CustomFields custom;
    private final OrderBook book;
    private final OrderList list;
    private final ConfirmedOrders confirmed;
    private final FactsQuery facts;

    @Activate
    public JpaLedger(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=crm-transaction)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=crm/transaction)") DataSource dataSource,
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
                Neighbour.tracked(context, CustomerScopes.class),
                Neighbour.tracked(context, FieldCatalog.class),
                log,
                Clock.systemUTC());
    }

    /** For plain Java: without custom fields and history. */
    public JpaLedger(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Neighbour<CustomerScopes> scopes,
            Clock clock) {
        this(
                jpa,
                dataSource,
                transactions,
                outbox,
                access,
                scopes,
                Neighbour.fixed(FieldCatalog.none()),
                ChangeLog.none(),
                clock);
    }

    /** For plain Java, where nothing comes and goes. */
    public JpaLedger(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            Access access,
            Neighbour<CustomerScopes> scopes,
            Neighbour<FieldCatalog> fields,
            ChangeLog log,
            Clock clock) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.jpa = jpa;
        this.transactions = transactions;
        this.outbox = outbox;
        this.access = access;
        this.scopes = scopes;
        this.clock = clock;
        this.log = log;
        this.custom = new CustomFields(fields, TYPE, jdbc, OrderValues.TABLE);
        this.book = new OrderBook(jdbc, custom);
        this.list = new OrderList(jdbc, custom);
        this.confirmed = new ConfirmedOrders(jdbc, transactions);
        this.facts = new FactsQuery(jdbc);
    }

    @Deactivate
    void close() {
        scopes.close();
        custom.close();
    }

    @Override
    public Order place(OrderData data) {
        Scope scope = access.scope(Action.CREATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            OrderData clean = clean(data, Optional.empty(), scope, rights);
            OrderData numbered = clean.number().isPresent() ? clean : clean.withNumber(book.freshNumber());
            Order order = book.enter(em, numbered, Touch.now(clock));
            log.record(OrderChanges.placed(order));
            outbox.publish(OrderNews.placed(order));
            return shown(order, rights);
        });
    }

    @Override
    public Optional<Order> find(OrderId id) {
        Scope scope = access.scope(Action.READ, TYPE);
        FieldRights rights = access.fields(TYPE);
        return jpa.txExpr(TransactionType.Supports, em -> book.find(em, id)
                .filter(order -> isSeen(order.data().customer(), scope))
                .map(order -> shown(order, rights)));
    }

    @Override
    public Map<String, OrderId> byExternalIds(Collection<String> externalIds) {
        Scope scope = access.scope(Action.READ, TYPE);
        Map<String, OrderId> found = book.byExternalIds(externalIds);
        if (!scope.everything()) {
            Map<OrderId, CustomerId> owners = book.customers(found.values());
            Set<CustomerId> seen = scopes.get().visible(owners.values(), scope);
            found.values().removeIf(id -> !seen.contains(owners.get(id)));
        }
        return found;
    }

    @Override
    public Order change(OrderId id, long version, UnaryOperator<OrderData> change) {
        Scope scope = access.scope(Action.UPDATE, TYPE);
        FieldRights rights = access.fields(TYPE);
        return inTransaction(em -> {
            custom.holdDefinitions();
            Order read = book.find(em, id).orElseThrow(() -> new UnknownOrderException(id));
            requireReach(id, read.data().customer(), scope);
            requireVersion(version, read.version());
            Order shown = shown(read, rights);
            OrderData after =
                    numbered(clean(change.apply(shown.data()), Optional.of(read.data()), scope, rights), read.data());
            if (after.equals(read.data())) {
                return shown;
            }
            book.move(read.data(), after);
            OrderEntity entity = book.locked(em, id);
            Order before = book.withParts(entity);
            requireVersion(version, before.version());
            new OrderChange(before.data(), after).check(new Fulfilment(before.deliveries(), before.payments()));
            Order order = book.rewrite(em, entity, before, after, Touch.now(clock));
            log.record(OrderChanges.changed(before.data(), order));
            outbox.publish(OrderNews.changed(before.data(), order));
            return shown(order, rights);
        });
    }

    @Override
    public List<Field> fields() {
        return list.columns(access.fields(TYPE)).fields();
    }

    @Override
    public Slice<OrderEntry> list(OrderQuery query) {
        return list.page(query, seen(access.scope(Action.READ, TYPE)), access.fields(TYPE));
    }

    @Override
    public Slice<OrderId> ids(OrderQuery query) {
        return list.ids(query, seen(access.scope(Action.READ, TYPE)), access.fields(TYPE));
    }

    @Override
    public long count(OrderQuery query) {
        return list.count(query, seen(access.scope(Action.READ, TYPE)), access.fields(TYPE));
    }

    @Override
    public Delivery deliver(OrderId id, Delivery delivery) {
        Scope scope = access.scope(Action.UPDATE, TYPE);
        return inTransaction(em -> {
            OrderEntity entity = book.locked(em, id);
            requireReach(id, entity.customer(), scope);
            Order order = book.withParts(entity);
            FieldErrors errors = new FieldErrors();
            Delivery clean = DeliveryRules.clean(delivery, order.data().lines(), errors);
            errors.throwIfAny();
            DeliveryRules.check(
                    clean,
                    order.data().status(),
                    order.data().lines(),
                    new Fulfilment(order.deliveries(), order.payments()).delivered());
            Delivery made = book.add(id, clean, Touch.now(clock));
            outbox.publish(OrderNews.delivered(order, made));
            return made;
        });
    }

    @Override
    public Payment pay(OrderId id, Payment payment) {
        Scope scope = access.scope(Action.UPDATE, TYPE);
        return inTransaction(em -> {
            OrderEntity entity = book.locked(em, id);
            requireReach(id, entity.customer(), scope);
            FieldErrors errors = new FieldErrors();
            Payment clean = PaymentRules.clean(payment, entity.currency(), errors);
            errors.throwIfAny();
            PaymentRules.check(entity.status());
            Touch touch = Touch.now(clock);
            Payment made = book.add(id, clean, touch);
            log.record(OrderChanges.paid(id, made, touch.at(), touch.by()));
            outbox.publish(OrderNews.paid(book.withParts(entity), made));
            return made;
        });
    }

    @Override
    public List<CustomerFacts> facts(CustomerId customer) {
        Scope scope = access.scope(Action.READ, TYPE);
        return scope.everything() || scopes.get().sees(customer, scope) ? facts.of(customer) : List.of();
    }

    @Override
    public void visitConfirmed(OrderVisitor visitor) {
        access.requireAll(Action.READ, TYPE);
        confirmed.visitAll(visitor);
    }

    @Override
    public void visitConfirmed(Collection<OrderId> orders, OrderVisitor visitor) {
        access.requireAll(Action.READ, TYPE);
        confirmed.visit(orders, visitor);
    }

    private Sql seen(Scope scope) {
        return scope.everything() ? Sql.of("") : scopes.get().condition("O.CUSTOMER_ID", scope);
    }

    private boolean isSeen(CustomerId customer, Scope scope) {
        return scope.everything() || scopes.get().sees(customer, scope);
    }

    /**
     * @throws UnknownOrderException where the scope doesn't see the order's customer
     * @throws io.guanxi.crm.platform.problem.ForbiddenException where it may not change it
     */
    private void requireReach(OrderId id, CustomerId customer, Scope scope) {
        if (!scope.everything() && !scopes.get().admits(customer, scope)) {
            throw new UnknownOrderException(id);
        }
    }

    private static Order shown(Order order, FieldRights rights) {
        return rights.everything()
                ? order
                : order.with(CustomRights.shown(order.data().custom(), rights));
    }

    private OrderData clean(OrderData data, Optional<OrderData> before, Scope scope, FieldRights rights) {
        FieldErrors errors = new FieldErrors();
        Optional<CustomValues> stored = before.map(OrderData::custom);
        CustomValues wanted = CustomRights.wanted(stored.orElse(CustomValues.NONE), data.custom(), rights, errors);
        OrderData clean = OrderRules.clean(data, errors).with(custom.clean(wanted, stored, errors));
        CustomRights.check(stored, stored.isPresent() ? clean.custom() : wanted, rights, errors);
        if (!scopes.get().admits(data.customer(), scope)) {
            errors.add(
                    "customerId",
                    "unknown-customer",
                    "There is no customer " + data.customer() + ".",
                    "客户 " + data.customer() + " 不存在。");
        }
        errors.throwIfAny();
        return clean;
    }

    // An order never loses its number.
    private static OrderData numbered(OrderData data, OrderData before) {
        return data.number().isPresent()
                ? data
                : data.withNumber(before.number().orElseThrow());
    }

    private static void requireVersion(long expected, long actual) {
        if (expected != actual) {
            throw new StaleVersionException();
        }
    }

    private <T> T inTransaction(EmFunction<T> work) {
        return transactions.callRepeatably(() -> jpa.txExpr(TransactionType.Required, work));
    }
}
