package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkChanges;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Node;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Takes down which records are meant, in the caller's transaction, and works them off one job after the other. */
@Component(immediate = true)
public class QueuedBulkChanges implements BulkChanges, AutoCloseable {

    private static final int LONGEST_QUEUE = 20;
    private static final int MOST_REJECTIONS = 100_000;
    private static final int LARGEST_PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration UNDO = Duration.ofDays(30);

    private final Targets<BulkTarget> targets;
    private final Transactions transactions;
    private final Access access;
    private final BulkTable table;
    private final BulkParts parts;
    private final JobQueue queue;
    private final BulkWork work;
    private final String node = Node.name();
    /** No two services have the same, not even one and itself after a restart. */
    private final String runner = UUID.randomUUID().toString();

    @Activate
    public QueuedBulkChanges(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/imports)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access) {
        this(
                TrackedTargets.open(context, BulkTarget.class, BulkTarget::type),
                dataSource,
                transactions,
                access,
                PATIENCE);
    }

    /** Without a service registry: for these targets. */
    public QueuedBulkChanges(
            List<BulkTarget> targets, DataSource dataSource, Transactions transactions, Access access) {
        this(new FixedTargets<>(BulkTarget::type, targets), dataSource, transactions, access, PATIENCE);
    }

    QueuedBulkChanges(
            Targets<BulkTarget> targets,
            DataSource dataSource,
            Transactions transactions,
            Access access,
            Duration patience) {
        Jdbc jdbc = new Jdbc(dataSource);
        Clock clock = Clock.systemUTC();
        this.targets = targets;
        this.transactions = transactions;
        this.access = access;
        this.table = new BulkTable(jdbc, clock);
        this.parts = new BulkParts(
                new Attempts<>(targets, transactions, patience),
                JobTable.ofBulk(jdbc, clock, UNDO),
                new RejectTable(jdbc, MOST_REJECTIONS),
                new UndoTable(jdbc));
        this.queue = new JobQueue("crm-bulk", parts.jobs(), LONGEST_QUEUE);
        this.work = new BulkWork(table, parts, queue, targets);
        parts.undo().deleteOlderThan(parts.jobs().undoableSince().toEpochMilli());
        work.resume(node, runner);
    }

    /** Lets the records that are being written end. */
    @Deactivate
    @Override
    public void close() {
        queue.stop();
        targets.close();
        queue.close();
    }

    @Override
    public BulkJob start(BulkRequest request, Supplier<long[]> ids, OptionalLong expected) {
        BulkTarget target = target(request.type());
        access.require(request.action().access(), target.recordType());
        access.require(Action.BULK, target.recordType());
        if (!target.actions().contains(request.action())) {
            throw new InvalidValueException(
                    "action", "unknown-action", "These records can't take this action.", "这些记录不支持该操作。");
        }
        queue.requireRoom();
        Caller caller = Callers.require();
        return transactions.call(() -> {
            long id = table.insert(request, caller, node, runner);
            long total = table.insert(id, ids);
            if (total > expected.orElse(Long.MAX_VALUE)) {
                throw moreThanSeen(total, expected.getAsLong());
            }
            BulkJob job = job(id).orElseThrow();
            transactions.afterCommit(() -> work.submit(running(job), job, caller));
            return job;
        });
    }

    private static ConflictException moreThanSeen(long total, long expected) {
        return new ConflictException(FieldError.of(
                "expected",
                "more-than-seen",
                "By now " + total + " records match, not " + expected + ". Look at the list again.",
                "现有 " + total + " 条记录符合条件，而非 " + expected + " 条，请重新查看列表。"));
    }

    @Override
    public BulkJob undo(long id) {
        BulkJob job = find(id).orElseThrow(
                        () -> new NotFoundException("unknown-bulk-change", "There is no such change.", "没有该批量操作。"));
        access.require(
                job.request().action().access(), target(job.request().type()).recordType());
        queue.requireRoom();
        Caller caller = Callers.require();
        return transactions.call(() -> {
            if (!parts.jobs().undoRequested(id, caller, node, runner)) {
                throw new ConflictException(FieldError.of(
                        "id",
                        "not-undoable",
                        "The change is not over, changed nothing, was undone before, or is too long ago.",
                        "该批量操作尚未结束、没有修改任何记录、已撤销过，或时间过久。"));
            }
            transactions.afterCommit(() -> work.submitUndo(running(job), job.request(), caller));
            return job(id).orElseThrow();
        });
    }

    private RunningJob running(BulkJob job) {
        return new RunningJob(job.id(), runner, job.job().request());
    }

    private BulkTarget target(String type) {
        Duration patience = targets.knows(type) ? Duration.ofSeconds(5) : Duration.ZERO;
        return targets.await(type, patience)
                .orElseThrow(() -> new InvalidValueException(
                        "type", "unknown-type", "Records of this type can't be changed at once.", "此类记录不支持批量操作。"));
    }

    @Override
    public Optional<BulkJob> find(long id) {
        return job(id).filter(job -> Owner.mayBe(job.job().createdBy()));
    }

    private Optional<BulkJob> job(long id) {
        Instant since = parts.jobs().undoableSince();
        return parts.jobs().find(id, row -> BulkTable.job(row, since));
    }

    @Override
    public List<BulkJob> list(Optional<Long> before, int limit) {
        Instant since = parts.jobs().undoableSince();
        int most = Math.max(1, Math.min(limit, LARGEST_PAGE));
        return parts.jobs().list(before, Owner.ofJobs(), most, row -> BulkTable.job(row, since));
    }

    @Override
    public boolean cancel(long id) {
        return find(id).map(BulkJob::job)
                        .map(ImportJob::state)
                        .filter(s -> !s.isOver())
                        .isPresent()
                && queue.cancel(id);
    }

    @Override
    public List<Rejection> rejections(long id, int position, int limit) {
        return find(id).isPresent() ? parts.rejects().list(id, position, limit) : List.of();
    }

    @Override
    public List<UndoConflict> conflicts(long id, int position, int limit) {
        return find(id).isPresent() ? parts.undo().conflicts(id, position, limit) : List.of();
    }
}
