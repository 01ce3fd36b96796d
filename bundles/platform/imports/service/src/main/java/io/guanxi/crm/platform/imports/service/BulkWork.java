package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.UndoJob;
import io.guanxi.crm.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts changes of many records and their undos into the queue, those that the last stop left unfinished first. */
final class BulkWork {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);
    /** The modules may still be starting when the first job goes on. */
    private static final Duration START = Duration.ofMinutes(5);

    private final BulkTable table;
    private final BulkParts parts;
    private final JobQueue queue;
    private final Targets<BulkTarget> targets;

    BulkWork(BulkTable table, BulkParts parts, JobQueue queue, Targets<BulkTarget> targets) {
        this.table = table;
        this.parts = parts;
        this.queue = queue;
        this.targets = targets;
    }

    void resume(String node, String runner) {
        for (LeftJob left : parts.jobs().takeOver(node, runner)) {
            Instant since = parts.jobs().undoableSince();
            BulkJob job = parts.jobs()
                    .find(left.id(), row -> BulkTable.job(row, since))
                    .orElseThrow();
            LOG.info("job {} goes on behind {} records", left.id(), left.done().read());
            RunningJob running = new RunningJob(left.id(), runner, left.request());
            if (left.undo()) {
                submitUndo(running, job.request(), left.caller());
            } else {
                submit(running, job, left.caller(), left.done());
            }
        }
    }

    void submit(RunningJob job, BulkJob about, Caller caller) {
        submit(job, about, caller, Tally.ZERO);
    }

    private void submit(RunningJob job, BulkJob about, Caller caller, Tally done) {
        queue.submit(job, caller, signals -> run(job, about, done, signals), why -> {
            parts.jobs().failed(job, why);
            table.delete(job.id());
        });
    }

    private void run(RunningJob job, BulkJob about, Tally done, Signals signals) {
        if (!parts.jobs().begin(job)) {
            table.delete(job.id());
            return;
        }
        targets.await(about.request().type(), START);
        try {
            Tally tally = new BulkRun(job, about, done, table, parts, signals).run();
            parts.jobs().done(job);
            LOG.info(
                    "job {}: {} of {} {} done, {} changed, {} rejected",
                    job.id(),
                    about.request().action(),
                    tally.read(),
                    about.request().type(),
                    tally.updated(),
                    tally.rejected());
        } catch (JobCancelledException e) {
            LOG.info("job {} was cancelled", job.id());
            parts.jobs().cancelled(job.id(), ImportJob.State.RUNNING);
            table.delete(job.id());
        }
    }

    void submitUndo(RunningJob job, BulkRequest request, Caller caller) {
        queue.submit(
                job,
                caller,
                signals -> {
                    parts.jobs().undoState(job, ImportJob.State.RUNNING);
                    targets.await(request.type(), START);
                    long met = parts.jobs()
                            .find(job.id())
                            .flatMap(ImportJob::undo)
                            .map(UndoJob::conflicts)
                            .orElse(0L);
                    new BulkUndo(job, request, parts, signals, (int) met).run();
                    parts.jobs().undoState(job, ImportJob.State.DONE);
                    LOG.info("job {} was undone", job.id());
                },
                why -> parts.jobs().undoState(job, ImportJob.State.FAILED));
    }
}
