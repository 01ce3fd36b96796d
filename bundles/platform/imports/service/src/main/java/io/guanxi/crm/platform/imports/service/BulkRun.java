package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkStep;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A change of many records from where it was stopped, a hundred in one transaction with the job's counts. Where one of them
 * breaks a rule, each is done by itself: that one is rejected, the others are changed.
 */
final class BulkRun {

    private final RunningJob job;
    private final BulkRequest request;
    private final long total;
    private final BulkTable table;
    private final BulkParts parts;
    private final Signals signals;
    private Tally tally;

    BulkRun(RunningJob job, BulkJob about, Tally done, BulkTable table, BulkParts parts, Signals signals) {
        this.job = job;
        this.request = about.request();
        this.total = about.total();
        this.tally = done;
        this.table = table;
        this.parts = parts;
        this.signals = signals;
    }

    /** The counts at the end. */
    Tally run() {
        long[] ids = ahead();
        while (ids.length > 0) {
            signals.check();
            together(ids);
            ids = ahead();
        }
        table.delete(job.id());
        return tally;
    }

    private long[] ahead() {
        long[] ids = table.ids(job.id(), tally.seen() / BulkTable.CHUNK);
        int from = (int) Math.min(ids.length, tally.seen() % BulkTable.CHUNK);
        return Arrays.copyOfRange(ids, from, ids.length);
    }

    private void together(long[] ids) {
        try {
            tally = parts.attempts().call(job.id(), request.type(), target -> changed(target, ids));
        } catch (JobStoppedException | UnavailableException e) {
            throw e;
        } catch (CrmException e) {
            if (ids.length == 1) {
                tally = parts.attempts().call(job.id(), request.type(), target -> rejected(ids[0], e));
                return;
            }
            for (long id : ids) {
                signals.check();
                together(new long[] {id});
            }
        }
    }

    private Tally changed(BulkTarget target, long[] ids) {
        UndoRecorder recorder = new UndoRecorder();
        int changed = 0;
        for (long id : ids) {
            BulkStep step = target.apply(request, id);
            if (step.changed()) {
                changed++;
                step.before().ifPresent(before -> recorder.updated(id, step.version(), before));
            }
        }
        if (!recorder.isEmpty()) {
            parts.undo().insert(job.id(), tally.chunks(), recorder.text());
        }
        return counted(tally.plus(ids.length, changed, 0, 0, progress(ids.length)), recorder.records());
    }

    private Tally rejected(long id, CrmException why) {
        FieldError error = why.firstError("id");
        Rejection rejection = new Rejection(id, error.field(), error.code(), error.message());
        int stored = parts.rejects().insert(job.id(), tally.notes(), List.of(rejection), Map.of());
        return counted(tally.plus(1, 0, 1, stored, progress(1)), 0);
    }

    private Tally counted(Tally next, int undoable) {
        parts.jobs().progress(job, next, undoable);
        return next;
    }

    private double progress(int more) {
        return Math.min(1, (double) (tally.seen() + more) / total);
    }
}
