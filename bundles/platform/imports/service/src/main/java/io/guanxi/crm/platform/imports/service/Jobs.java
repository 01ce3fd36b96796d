package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts imports and undos into the queue, those that the last stop left unfinished first. */
final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    /** The modules may still be starting when the first job goes on. */
    private static final Duration START = Duration.ofMinutes(5);

    private final JobTable table;
    private final UndoTable undo;
    private final JobQueue queue;
    private final ChunkWriter writer;
    private final Attempts<ImportTarget> attempts;
    private final Targets<ImportTarget> targets;
    private final Spool spool;
    private final String runner;

    Jobs(
            JobTable table,
            UndoTable undo,
            JobQueue queue,
            ChunkWriter writer,
            Attempts<ImportTarget> attempts,
            Targets<ImportTarget> targets,
            Spool spool,
            String runner) {
        this.table = table;
        this.undo = undo;
        this.queue = queue;
        this.writer = writer;
        this.attempts = attempts;
        this.targets = targets;
        this.spool = spool;
        this.runner = runner;
    }

    /** Goes on with what is unfinished, and deletes files that no job needs. */
    void resume() {
        List<LeftJob> left = table.takeOver(spool.node(), runner);
        Set<String> needed = new HashSet<>();
        left.stream().filter(job -> !job.undo()).forEach(job -> needed.add(job.spool()));
        spool.keepOnly(needed);
        for (LeftJob job : left) {
            LOG.info("import {} goes on behind {} rows", job.id(), job.done().read());
            RunningJob running = new RunningJob(job.id(), runner, job.request());
            if (job.undo()) {
                submitUndo(running, job.caller());
            } else {
                queue.submit(
                        running,
                        job.caller(),
                        signals -> resume(running, job, signals),
                        why -> table.failed(running, why));
            }
        }
    }

    private void resume(RunningJob job, LeftJob left, Signals signals) throws IOException {
        Optional<StoredFile> file = left.spool().isEmpty() ? Optional.empty() : spool.reopen(left.spool());
        if (file.isEmpty()) {
            table.failed(job, new JobInterruptedException());
            return;
        }
        ImportTarget target = targets.await(job.request().type(), START)
                .orElseGet(() -> attempts.target(job.request().type()));
        signals.check();
        run(job, CsvSource.of(file.get(), job.request(), target), file.get(), left.done(), signals);
    }

    void submit(RunningJob job, CsvSource source, StoredFile file) {
        queue.submit(job, Callers.require(), signals -> run(job, source, file, Tally.ZERO, signals), why -> {
            table.failed(job, why);
            file.delete();
        });
    }

    private void run(RunningJob job, CsvSource source, StoredFile file, Tally done, Signals signals)
            throws IOException {
        if (!table.begin(job)) {
            file.delete();
            return;
        }
        long started = System.nanoTime();
        try {
            Tally tally = new JobRun(job, source, done, attempts, writer, signals).run();
            table.done(job);
            log(job, tally, tally.read() - done.read(), System.nanoTime() - started);
        } catch (JobCancelledException e) {
            LOG.info("import {} was cancelled", job.id());
            table.cancelled(job.id(), ImportJob.State.RUNNING);
        }
        file.delete();
    }

    private static void log(RunningJob job, Tally tally, long rows, long nanos) {
        long ms = Math.max(1, nanos / 1_000_000);
        LOG.info(
                "import {} of {} done: {} rows read, {} rejected, {} records created, {} updated, {} unchanged, {} ms, {} rows/s",
                job.id(),
                job.request().type(),
                tally.read(),
                tally.rejected(),
                tally.created(),
                tally.updated(),
                tally.unchanged(),
                ms,
                rows * 1000 / ms);
    }

    void submitUndo(RunningJob job, Caller caller) {
        queue.submit(
                job,
                caller,
                signals -> {
                    table.undoState(job, ImportJob.State.RUNNING);
                    targets.await(job.request().type(), START);
                    int met = (int) table.find(job.id())
                            .flatMap(ImportJob::undo)
                            .orElseThrow()
                            .conflicts();
                    new UndoRun(job, attempts, table, undo, signals, met).run();
                    table.undoState(job, ImportJob.State.DONE);
                    LOG.info("import {} was undone", job.id());
                },
                why -> table.undoState(job, ImportJob.State.FAILED));
    }
}
