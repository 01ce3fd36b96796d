package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportPreview;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.RejectedRow;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Keeps uploads on disk and jobs in a table, and works them off one by one. */
@Component(immediate = true, configurationPid = "io.guanxi.crm.imports")
@Designate(ocd = QueuedImports.Config.class)
public class QueuedImports implements Imports, AutoCloseable {

    /** Limits. */
    @ObjectClassDefinition(name = "Guanxi CRM imports")
    public @interface Config {

        @AttributeDefinition(name = "Largest file", description = "In bytes")
        long largestFile() default 1L << 30;

        @AttributeDefinition(name = "Longest queue", description = "Jobs that may wait")
        int longestQueue() default 20;

        @AttributeDefinition(
                name = "Most rejections",
                description = "Rejected rows kept per job; more are only counted")
        int mostRejections() default 100_000;

        @AttributeDefinition(name = "Patience", description = "Seconds to wait for a module that is being exchanged")
        int patience() default 30;

        @AttributeDefinition(name = "Largest workbook", description = "Bytes that a workbook may unpack to")
        long largestWorkbook() default 2L << 30;

        @AttributeDefinition(
                name = "Texts of a workbook",
                description = "Bytes of its table of texts, which is kept in memory while it is read")
        long workbookTexts() default 128L << 20;

        @AttributeDefinition(name = "Undo", description = "Days that an import can be undone")
        int undoDays() default 30;
    }

    /** The same, for plain Java. */
    record Limits(
            long largestFile,
            int longestQueue,
            int mostRejections,
            Duration patience,
            ZipGuard workbook,
            Duration undo) {

        static final Limits USUAL = new Limits(
                1L << 30, 20, 100_000, Duration.ofSeconds(30), new ZipGuard(2L << 30, 128L << 20), Duration.ofDays(30));

        static Limits of(Config config) {
            return new Limits(
                    config.largestFile(),
                    config.longestQueue(),
                    config.mostRejections(),
                    Duration.ofSeconds(config.patience()),
                    new ZipGuard(config.largestWorkbook(), config.workbookTexts()),
                    Duration.ofDays(config.undoDays()));
        }
    }

    private static final int LONGEST_NAME = 255;
    private static final int LARGEST_PAGE = 1000;

    private final Targets<ImportTarget> targets;
    private final Access access;
    private final Spool spool;
    private final JobTable jobs;
    private final RejectTable rejects;
    private final UndoTable undo;
    private final JobQueue queue;
    private final Jobs work;
    private final Previews previews;
    /** No two services have the same, not even one and itself after a restart. */
    private final String runner = UUID.randomUUID().toString();

    @Activate
    public QueuedImports(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=crm/imports)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access,
            Config config) {
        this(
                TrackedTargets.open(context, ImportTarget.class, ImportTarget::type),
                dataSource,
                transactions,
                access,
                Limits.of(config),
                folder(context));
    }

    /** Without a service registry: into these targets, with the usual limits. */
    public QueuedImports(
            List<ImportTarget> targets, DataSource dataSource, Transactions transactions, Access access, Path folder) {
        this(new FixedTargets<>(ImportTarget::type, targets), dataSource, transactions, access, Limits.USUAL, folder);
    }

    QueuedImports(
            Targets<ImportTarget> targets,
            DataSource dataSource,
            Transactions transactions,
            Access access,
            Limits limits,
            Path folder) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.targets = targets;
        this.access = access;
        this.spool = new Spool(folder, limits.largestFile(), new Workbooks(limits.workbook()));
        this.jobs = JobTable.ofFiles(jdbc, Clock.systemUTC(), limits.undo());
        this.rejects = new RejectTable(jdbc, limits.mostRejections());
        this.undo = new UndoTable(jdbc);
        this.previews = new Previews(transactions);
        Attempts<ImportTarget> attempts = new Attempts<>(targets, transactions, limits.patience());
        ChunkWriter writer = new ChunkWriter(attempts, jobs, rejects, undo);
        this.queue = new JobQueue("crm-imports", jobs, limits.longestQueue());
        this.work = new Jobs(jobs, undo, queue, writer, attempts, targets, spool, runner);
        undo.deleteOlderThan(jobs.undoableSince().toEpochMilli());
        work.resume();
    }

    /** Lets the chunk that is being written end. */
    @Deactivate
    @Override
    public void close() {
        queue.stop();
        targets.close();
        queue.close();
    }

    @Override
    public ImportJob start(ImportRequest request, InputStream in) throws IOException {
        ImportTarget target = target(request.type());
        access.require(Action.IMPORT, target.recordType());
        if (request.fileName().length() > LONGEST_NAME) {
            throw new InvalidValueException("fileName", "too-long", "The file name is too long.", "文件名过长。");
        }
        queue.requireRoom();
        StoredFile file = spool.store(in);
        boolean queued = false;
        try {
            CsvSource source = CsvSource.of(file, request, target);
            long id = jobs.insert(
                    request,
                    source.encoding().charset(),
                    source.header().names(),
                    Callers.require(),
                    spool.node(),
                    runner,
                    String.valueOf(file.path().getFileName()));
            work.submit(new RunningJob(id, runner, request), source, file);
            queued = true;
            return jobs.find(id).orElseThrow();
        } finally {
            if (!queued) {
                file.delete();
            }
        }
    }

    @Override
    public ImportPreview preview(ImportRequest request, int rows, InputStream in) throws IOException {
        ImportTarget target = target(request.type());
        access.require(Action.IMPORT, target.recordType());
        StoredFile file = spool.store(in);
        try {
            return previews.of(file, request, target, rows);
        } finally {
            file.delete();
        }
    }

    @Override
    public ImportJob undo(long id) {
        ImportJob job = find(id).orElseThrow(
                        () -> new NotFoundException("unknown-import", "There is no such import.", "没有该导入任务。"));
        access.require(Action.IMPORT, target(job.request().type()).recordType());
        queue.requireRoom();
        if (!jobs.undoRequested(id, Callers.require(), spool.node(), runner)) {
            throw new ConflictException(FieldError.of(
                    "id",
                    "not-undoable",
                    "The import is not over, wrote nothing, was undone before, or is too long ago.",
                    "该导入尚未结束、没有写入任何记录、已撤销过，或时间过久。"));
        }
        work.submitUndo(new RunningJob(id, runner, job.request()), Callers.require());
        return jobs.find(id).orElseThrow();
    }

    @Override
    public List<UndoConflict> conflicts(long id, int position, int limit) {
        return find(id).isPresent() ? undo.conflicts(id, position, limit) : List.of();
    }

    @Override
    public List<String> header(long id) {
        return find(id).isPresent() ? jobs.header(id) : List.of();
    }

    @Override
    public void rejectedRows(long id, Consumer<RejectedRow> consumer) {
        if (find(id).isPresent()) {
            rejects.visitRows(id, consumer);
        }
    }

    private ImportTarget target(String type) {
        Optional<ImportTarget> target =
                targets.await(type, targets.knows(type) ? Duration.ofSeconds(5) : Duration.ZERO);
        return target.orElseThrow(() -> new InvalidValueException(
                "type", "unknown-import-type", "There is no import type of this name.", "没有这种导入类型。"));
    }

    @Override
    public Optional<ImportJob> find(long id) {
        return jobs.find(id).filter(job -> Owner.mayBe(job.createdBy()));
    }

    @Override
    public List<ImportJob> list(Optional<Long> before, int limit) {
        return jobs.list(before, Owner.ofJobs(), Math.max(1, Math.min(limit, LARGEST_PAGE)));
    }

    @Override
    public void rejections(long id, Consumer<Rejection> consumer) {
        if (find(id).isPresent()) {
            rejects.visit(id, consumer);
        }
    }

    @Override
    public boolean cancel(long id) {
        return find(id).filter(job -> !job.state().isOver()).isPresent() && queue.cancel(id);
    }

    @Override
    public List<ImportTarget> targets() {
        return targets.all();
    }

    private static Path folder(BundleContext context) {
        return Optional.ofNullable(System.getProperty("crm.data"))
                .map(data -> Path.of(data, "imports"))
                .orElseGet(() -> context.getDataFile("imports").toPath());
    }
}
