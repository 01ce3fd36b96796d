package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportChunk;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.Rejection;
import java.util.List;

/** Writes a batch, its rejections and the job's counts in one transaction. */
final class ChunkWriter {

    private static final ChunkOutcome NOTHING = new ChunkOutcome(0, 0, 0, List.of());

    private final Attempts<ImportTarget> attempts;
    private final JobTable jobs;
    private final RejectTable rejects;
    private final UndoTable undo;

    ChunkWriter(Attempts<ImportTarget> attempts, JobTable jobs, RejectTable rejects, UndoTable undo) {
        this.attempts = attempts;
        this.jobs = jobs;
        this.rejects = rejects;
        this.undo = undo;
    }

    /** The counts with those of the batch. */
    Tally write(RunningJob job, Batch batch, Tally tally, double position) {
        return attempts.call(job.id(), job.request().type(), target -> attempt(target, job, batch, tally, position));
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
}
