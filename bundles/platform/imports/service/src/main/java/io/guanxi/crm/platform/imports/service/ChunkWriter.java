package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a batch, its rejections and the job's counts in one transaction. */
final class ChunkWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkWriter.class);
    private static final ChunkOutcome NOTHING = new ChunkOutcome(0, 0, 0, List.of());
    private static final int ATTEMPTS = 5;

    private final Targets targets;
    private final Transactions transactions;
    private final JobTable jobs;
    private final RejectTable rejects;
    private final UndoTable undo;
    private final Duration patience;

    ChunkWriter(
            Targets targets,
            Transactions transactions,
            JobTable jobs,
            RejectTable rejects,
            UndoTable undo,
            Duration patience) {
        this.targets = targets;
        this.transactions = transactions;
        this.jobs = jobs;
        this.rejects = rejects;
        this.undo = undo;
        this.patience = patience;
    }

    /** The counts with those of the batch. */
    Tally write(RunningJob job, Batch batch, Tally tally, double position) {
        return persistently(job.id(), job.request().type(), target -> attempt(target, job, batch, tally, position));
    }

    /**
     * Does something with a target in a transaction. What met an exchange of the target, or somebody else's change, was rolled
     * back and is done again.
     */
    <T> T persistently(long job, String type, Function<ImportTarget, T> work) {
        for (int attempt = 1; ; attempt++) {
            ImportTarget target = target(type);
            try {
                return transactions.call(() -> work.apply(target));
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !mayPass(e, target)) {
                    throw e;
                }
                LOG.info("import {}: a chunk was rolled back and is done again ({})", job, e.toString());
            }
        }
    }

    /** @throws UnavailableException where the target stays away */
    ImportTarget target(String type) {
        return targets.await(type, patience).orElseThrow(() -> new UnavailableException(type, Duration.ofSeconds(10)));
    }

    private Tally attempt(ImportTarget target, RunningJob job, Batch batch, Tally tally, double position) {
        ImportRequest request = job.request();
        UndoRecorder recorder = new UndoRecorder();
        ChunkOutcome outcome = batch.records().isEmpty()
                ? NOTHING
                : target.write(
                        new ImportChunk(batch.records(), request.mode(), request.policy(), request.dryRun(), recorder));
        List<Rejection> all = Tally.all(batch.rejections(), outcome.rejections());
        int stored = all.isEmpty() ? 0 : rejects.insert(job.id(), tally.notes(), all, batch.cells(all));
        if (!recorder.isEmpty()) {
            undo.insert(job.id(), tally.chunks(), recorder.text());
        }
        Tally next = tally.plus(batch, outcome, all, stored, position);
        jobs.progress(job, next, recorder.records());
        return next;
    }

    private boolean mayPass(RuntimeException e, ImportTarget target) {
        return e instanceof UnavailableException
                || e instanceof StaleVersionException
                || (e instanceof SqlFailedException sql && sql.isConstraintViolation())
                || !targets.holds(target);
    }
}
