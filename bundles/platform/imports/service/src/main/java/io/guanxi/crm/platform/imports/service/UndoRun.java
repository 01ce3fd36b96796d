package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportTarget;
import io.guanxi.crm.platform.imports.UndoOutcome;
import java.util.Optional;

/** Takes the chunks of an import back, the last one first; each in one transaction with its counts. */
final class UndoRun {

    private final RunningJob job;
    private final Attempts<ImportTarget> attempts;
    private final JobTable jobs;
    private final UndoTable undo;
    private final Signals signals;
    private int conflicts;

    /** @param conflicts that an earlier run has met already */
    UndoRun(
            RunningJob job,
            Attempts<ImportTarget> attempts,
            JobTable jobs,
            UndoTable undo,
            Signals signals,
            int conflicts) {
        this.job = job;
        this.attempts = attempts;
        this.jobs = jobs;
        this.undo = undo;
        this.signals = signals;
        this.conflicts = conflicts;
    }

    void run() {
        for (Optional<UndoTable.Chunk> chunk = undo.last(job.id()); chunk.isPresent(); chunk = undo.last(job.id())) {
            signals.check();
            UndoTable.Chunk next = chunk.get();
            conflicts += attempts.call(job.id(), job.request().type(), target -> {
                UndoOutcome outcome = target.undo(next.entries());
                undo.delete(job.id(), next.n());
                undo.insert(job.id(), conflicts, outcome.conflicts());
                jobs.undoProgress(job, outcome.reverted(), outcome.conflicts().size());
                return outcome.conflicts().size();
            });
        }
    }
}
