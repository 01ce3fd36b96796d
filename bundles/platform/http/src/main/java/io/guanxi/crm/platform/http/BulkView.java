package io.guanxi.crm.platform.http;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.ImportJob;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of many records on the wire.
 *
 * @param total records it is about
 * @param read records dealt with
 * @param progress 0 to 1
 */
public record BulkView(
        String id,
        String type,
        BulkAction action,
        String state,
        long total,
        long read,
        long changed,
        long unchanged,
        long rejected,
        double progress,
        Instant createdAt,
        String createdBy,
        Optional<Instant> finishedAt,
        Optional<JobFailure> error,
        boolean undoable,
        Optional<UndoView> undo) {

    public static BulkView of(BulkJob bulk, Locale locale) {
        ImportJob job = bulk.job();
        return new BulkView(
                Ids.toText(job.id()),
                bulk.request().type(),
                bulk.request().action(),
                job.state().name(),
                bulk.total(),
                job.read(),
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
