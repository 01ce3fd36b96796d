package io.guanxi.crm.customer.service;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.customer.CustomerShares;
import io.guanxi.crm.customer.Ownership;
import io.guanxi.crm.customer.Share;
import io.guanxi.crm.platform.events.Outbox;
import io.guanxi.crm.platform.history.ChangeLog;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.security.Colleague;
import io.guanxi.crm.platform.security.Colleagues;
import io.guanxi.crm.platform.security.Holder;
import io.guanxi.crm.platform.security.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Owners in the customer's row, shares beside. Who gives a customer away or lets others in needs the right to share it. */
@Component(service = CustomerShares.class)
public class JpaCustomerShares implements CustomerShares {

    private static final String TYPE = "customer";

    private final JpaTemplate jpa;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ChangeLog log;
    private final Access access;
    private final Colleagues colleagues;
    private final Clock clock;
    private final ShareTable table;
    private final CustomerGate gate;

    @Activate
    public JpaCustomerShares(
            @Reference(target = "(osgi.unit.name=crm-customer)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=crm/customer)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference ChangeLog log,
            @Reference Access access,
            @Reference Colleagues colleagues) {
        this(jpa, dataSource, transactions, outbox, log, access, colleagues, Clock.systemUTC());
    }

    /** For plain Java. */
    public JpaCustomerShares(
            JpaTemplate jpa,
            DataSource dataSource,
            Transactions transactions,
            Outbox outbox,
            ChangeLog log,
            Access access,
            Colleagues colleagues,
            Clock clock) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.jpa = jpa;
        this.transactions = transactions;
        this.outbox = outbox;
        this.log = log;
        this.access = access;
        this.colleagues = colleagues;
        this.clock = clock;
        this.table = new ShareTable(jdbc);
        this.gate = new CustomerGate(jdbc, clock);
    }

    @Override
    public Ownership transfer(CustomerId id, Optional<Long> owner) {
        Scope scope = access.scope(Action.SHARE, TYPE);
        return inTransaction(em -> {
            CustomerEntity entity = CustomerEntity.locked(em, id);
            Ownership before = entity.ownership();
            gate.requireWritable(scope, id, before);
            if (before.owner().equals(owner)) {
                return before;
            }
            Ownership after = owner.map(this::ownedBy).orElse(Ownership.POOL);
            entity.transfer(after, Touch.now(clock));
            em.flush();
            log.record(CustomerChanges.transferred(id, before, after, entity));
            outbox.publish(CustomerNews.transferred(id, before, after, entity));
            return after;
        });
    }

    private Ownership ownedBy(long user) {
        Colleague colleague = colleagues
                .find(user)
                .filter(Colleague::enabled)
                .orElseThrow(() -> new InvalidValueException(
                        "ownerId", "unknown-user", "There is no such user, or they can't sign in.", "没有该用户，或该用户已停用。"));
        return new Ownership(Optional.of(user), colleague.department());
    }

    @Override
    public List<Share> of(CustomerId id) {
        gate.requireVisible(access.scope(Action.READ, TYPE), id);
        return table.of(id, clock.instant());
    }

    @Override
    public Share share(CustomerId id, Holder holder, boolean writable, Optional<Instant> until) {
        Scope scope = access.scope(Action.SHARE, TYPE);
        return inTransaction(em -> {
            CustomerEntity entity = CustomerEntity.locked(em, id);
            gate.requireWritable(scope, id, entity.ownership());
            Touch touch = Touch.now(clock);
            requireSense(holder, until, entity.ownership(), touch.at());
            Share share = new Share(holder, writable, until, touch.at(), touch.by());
            table.replace(id, share);
            log.record(CustomerChanges.shared(id, share, touch));
            return share;
        });
    }

    @Override
    public void withdraw(CustomerId id, Holder holder) {
        Scope scope = access.scope(Action.SHARE, TYPE);
        inTransaction(em -> {
            CustomerEntity entity = CustomerEntity.locked(em, id);
            gate.requireWritable(scope, id, entity.ownership());
            Touch touch = Touch.now(clock);
            table.of(id, touch.at()).stream()
                    .filter(share -> share.holder().equals(holder))
                    .forEach(share -> {
                        table.delete(id, holder);
                        log.record(CustomerChanges.withdrawn(id, share, touch));
                    });
            return id;
        });
    }

    private void requireSense(Holder holder, Optional<Instant> until, Ownership ownership, Instant now) {
        if (holder.kind() == Holder.Kind.USER) {
            Optional<Long> user = Optional.of(holder.id());
            require(
                    colleagues.find(holder.id()).filter(Colleague::enabled).isPresent(),
                    () -> new InvalidValueException(
                            "holder.id",
                            "unknown-user",
                            "There is no such user, or they can't sign in.",
                            "没有该用户，或该用户已停用。"));
            require(
                    !user.equals(Callers.require().user()),
                    () -> new InvalidValueException(
                            "holder.id", "own-share", "You reach this customer already.", "您本人已可访问该客户。"));
            require(
                    !user.equals(ownership.owner()),
                    () -> new InvalidValueException(
                            "holder.id", "owner-share", "The customer belongs to this user.", "该客户已由此用户负责。"));
        } else if (holder.kind() == Holder.Kind.TEAM) {
            require(
                    colleagues.isTeam(holder.id()),
                    () -> new InvalidValueException("holder.id", "unknown-team", "There is no such team.", "没有该团队。"));
        } else {
            require(
                    colleagues.isDepartment(holder.id()),
                    () -> new InvalidValueException(
                            "holder.id", "unknown-department", "There is no such department.", "没有该部门。"));
        }
        require(
                until.filter(end -> !end.isAfter(now)).isEmpty(),
                () -> new InvalidValueException("until", "past", "This has passed already.", "该时间已过。"));
    }

    private static void require(boolean holds, Supplier<InvalidValueException> otherwise) {
        if (!holds) {
            throw otherwise.get();
        }
    }

    private <T> T inTransaction(EmFunction<T> work) {
        return transactions.callRepeatably(() -> jpa.txExpr(TransactionType.Required, work));
    }
}
