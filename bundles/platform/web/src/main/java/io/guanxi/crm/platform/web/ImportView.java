package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.http.JobFailure;
import io.guanxi.crm.platform.http.UndoView;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.RowPolicy;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An import on the wire. */
public record ImportView(
        String id,
        String type,
        ImportMode mode,
        RowPolicy rows,
        boolean dryRun,
        String state,
        String fileName,
        long read,
        long created,
        long updated,
        long unchanged,
        long rejected,
        double progress,
        Instant createdAt,
        String createdBy,
        Optional<Instant> finishedAt,
        Optional<JobFailure> error,
        boolean undoable,
        Optional<UndoView> undo) {

    static ImportView of(ImportJob job, Locale locale) {
        return new ImportView(
                Ids.toText(job.id()),
                job.request().type(),
                job.request().mode(),
                job.request().policy(),
                job.request().dryRun(),
                job.state().name(),
                job.request().fileName(),
                job.read(),
                job.created(),
                job.updated(),
                job.unchanged(),
                job.rejected(),
                job.progress(),
                job.createdAt(),
                job.createdBy(),
                job.finishedAt(),
                JobFailure.of(job, locale),
                job.undoable(),
                job.undo().map(UndoView::of));
    }
}
