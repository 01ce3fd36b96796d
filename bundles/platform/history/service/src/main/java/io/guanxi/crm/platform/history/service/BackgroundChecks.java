package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.audit.AuditCheck.State;
import io.guanxi.crm.platform.audit.AuditChecks;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.history.service.CheckProgress.StoppedException;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Node;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the trail on a thread of its own; another tells every second how far that is, and learns whether it shall go on. */
@Component(immediate = true)
public class BackgroundChecks implements AuditChecks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.guanxi.crm.audit");
    private static final int MOST = 1000;
    private static final long BEAT_MS = 1000;
    private static final long GRACE_SECONDS = 10;

    private final Function<CheckProgress, Verification> verify;
    private final Transactions transactions;
    private final Access access;
    private final CheckTable table;
    private final String node = Node.name();
    private final ScheduledExecutorService worker = thread("crm-audit-check");
    private final ScheduledExecutorService heart = thread("crm-audit-check-beat");
    private volatile Optional<CheckProgress> current = Optional.empty();
    private volatile boolean closed;

    @Activate
    public BackgroundChecks(
            @Reference(target = "(osgi.jndi.service.name=crm/history)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access,
            @Reference JdbcAuditTrail trail) {
        this(trail::verify, new Jdbc(dataSource), transactions, access, Clock.systemUTC());
    }

    BackgroundChecks(
            Function<CheckProgress, Verification> verify,
            Jdbc jdbc,
            Transactions transactions,
            Access access,
            Clock clock) {
        this.verify = verify;
        this.transactions = transactions;
        this.access = access;
        this.table = new CheckTable(jdbc, clock);
        // a thread takes what is known of the request that brings it up
        worker.execute(() -> {});
        heart.execute(() -> {});
        table.bury(node);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread own = new Thread(work, name);
            own.setDaemon(true);
            return own;
        });
    }

    @Override
    public synchronized AuditCheck start() {
        access.requireAll(Action.READ, AuditTrail.TYPE);
        Optional<AuditCheck> running = table.list(Optional.empty(), 1).stream()
                .filter(check -> !check.state().isOver())
                .findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        String by = Callers.require().name();
        long id = transactions.callAlone(() -> table.insert(by, node));
        CheckProgress progress = new CheckProgress();
        ScheduledFuture<?> beats =
                heart.scheduleWithFixedDelay(() -> beat(id, progress), BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
        worker.execute(() -> run(id, progress, beats));
        return table.find(id).orElseThrow();
    }

    private void run(long id, CheckProgress progress, ScheduledFuture<?> beats) {
        current = Optional.of(progress);
        try {
            if (closed || !table.beat(id, 0)) {
                throw new StoppedException();
            }
            Verification result = verify.apply(progress);
            transactions.run(() -> table.done(id, result));
            if (result.isUntouched()) {
                LOG.info("the audit trail is untouched: {} entries in {} seals", result.entries(), result.seals());
            } else {
                LOG.error("the audit trail has been tampered with: {} findings", result.found());
            }
        } catch (StoppedException e) {
            LOG.info("check {} of the audit trail was stopped", id);
        } catch (RuntimeException e) {
            LOG.error("check {} of the audit trail broke off", id, e);
            fail(id, "failed");
        } finally {
            beats.cancel(false);
        }
    }

    private void beat(long id, CheckProgress progress) {
        try {
            if (!table.beat(id, progress.part())) {
                progress.stop(); // cancelled, maybe on another node
            }
        } catch (SqlFailedException e) { // the database is away: the check will find that out itself
            LOG.debug("check {} can't tell how far it is", id, e);
        }
    }

    // Where not even that can be written, its silence tells.
    private void fail(long id, String code) {
        try {
            table.end(id, State.FAILED, Optional.of(code));
        } catch (SqlFailedException e) {
            LOG.warn("check {} can't tell that it failed", id, e);
        }
    }

    @Override
    public Optional<AuditCheck> find(long id) {
        access.requireAll(Action.READ, AuditTrail.TYPE);
        return table.find(id);
    }

    @Override
    public List<AuditCheck> list(Optional<Long> before, int limit) {
        access.requireAll(Action.READ, AuditTrail.TYPE);
        return table.list(before, Math.max(1, Math.min(limit, MOST)));
    }

    @Override
    public boolean cancel(long id) {
        access.requireAll(Action.READ, AuditTrail.TYPE);
        return table.end(id, State.CANCELLED, Optional.empty());
    }

    /** A check under way is given up, and says so. */
    @Deactivate
    @Override
    public void close() {
        closed = true;
        current.ifPresent(CheckProgress::stop);
        worker.shutdown();
        heart.shutdown();
        try {
            if (!worker.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a check of the audit trail is still busy after {} s", GRACE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            table.bury(node);
        } catch (SqlFailedException e) {
            LOG.debug("an interrupted check can't tell so", e);
        }
    }
}
