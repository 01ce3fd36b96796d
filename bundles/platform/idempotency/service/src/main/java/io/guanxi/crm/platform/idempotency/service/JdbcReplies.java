package io.guanxi.crm.platform.idempotency.service;

import io.guanxi.crm.platform.idempotency.Replies;
import io.guanxi.crm.platform.idempotency.Reply;
import io.guanxi.crm.platform.idempotency.RequestInFlightException;
import io.guanxi.crm.platform.idempotency.RequestKey;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Replies in the database. The row is written at the end of the work's own transaction, and its primary key decides between
 * nodes; within this one, keys in use are known in memory and so vanish with the process.
 */
@Component(configurationPid = "io.guanxi.crm.idempotency")
@Designate(ocd = JdbcReplies.Config.class)
public class JdbcReplies implements Replies {

    /** How long replies are kept. */
    @ObjectClassDefinition(name = "Guanxi CRM idempotency keys")
    public @interface Config {

        @AttributeDefinition(name = "Kept for", description = "Hours after which a key is forgotten")
        int hours() default 24;
    }

    private final ReplyTable table;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration keep;
    private final Set<RequestKey> inFlight = ConcurrentHashMap.newKeySet();

    @Activate
    public JdbcReplies(
            @Reference(target = "(osgi.jndi.service.name=crm/idempotency)") DataSource dataSource,
            @Reference Transactions transactions,
            Config config) {
        this(dataSource, transactions, Clock.systemUTC(), kept(config));
    }

    /** Without a container. */
    public JdbcReplies(DataSource dataSource, Transactions transactions, Clock clock, Duration keep) {
        this.table = new ReplyTable(new Jdbc(dataSource));
        this.transactions = transactions;
        this.clock = clock;
        this.keep = keep;
    }

    /** How long replies are kept. */
    static Duration kept(Config config) {
        return Duration.ofHours(Math.max(1, config.hours()));
    }

    @Override
    public Optional<Reply> find(RequestKey key) {
        Optional<ReplyTable.Kept> kept = table.find(key);
        if (kept.isPresent() && kept.get().at().isBefore(clock.instant().minus(keep))) {
            table.forget(key, kept.get().at());
            return Optional.empty();
        }
        return kept.map(ReplyTable.Kept::reply);
    }

    @Override
    public Reply keep(RequestKey key, Supplier<Reply> work) {
        return alone(key, () -> together(key, work));
    }

    @Override
    public Reply keepAfterwards(RequestKey key, Supplier<Reply> work) {
        return alone(key, () -> kept(key, work.get()));
    }

    private Reply alone(RequestKey key, Supplier<Reply> work) {
        if (!inFlight.add(key)) {
            throw new RequestInFlightException();
        }
        try {
            // Whoever had the key until now may just have been answered.
            Optional<Reply> known = find(key);
            return known.isPresent() ? known.get() : work.get();
        } finally {
            inFlight.remove(key);
        }
    }

    private Reply together(RequestKey key, Supplier<Reply> work) {
        try {
            return transactions.call(() -> {
                Reply reply = work.get();
                if (!reply.isSuccess()) {
                    throw new NothingDoneException(reply);
                }
                table.insert(key, reply, clock.instant());
                return reply;
            });
        } catch (NothingDoneException e) {
            return kept(key, e.reply);
        } catch (SqlFailedException e) {
            return othersReply(key, e);
        }
    }

    private Reply kept(RequestKey key, Reply reply) {
        if (!reply.isFinal()) {
            return reply;
        }
        try {
            table.insert(key, reply, clock.instant());
            return reply;
        } catch (SqlFailedException e) {
            return othersReply(key, e);
        }
    }

    private Reply othersReply(RequestKey key, SqlFailedException failure) {
        if (ReplyTable.isTaken(failure)) {
            return find(key).orElseThrow(() -> failure);
        }
        throw failure;
    }

    /** Rolls back. */
    private static final class NothingDoneException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        NothingDoneException(Reply reply) {
            super("status " + reply.status(), null, false, false);
            this.reply = reply;
        }
    }
}
