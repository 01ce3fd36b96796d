package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.UndoJob;
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
        Optional<Failure> error,
        boolean undoable,
        Optional<UndoView> undo) {

    /**
     * How the undo of an import goes.
     *
     * @param records that the import wrote
     * @param conflicts records left as they are, because they were changed since
     */
    public record UndoView(String state, long records, long reverted, long conflicts) {

        static UndoView of(UndoJob undo) {
            return new UndoView(undo.state().name(), undo.records(), undo.reverted(), undo.conflicts());
        }
    }

    /** Why an import as a whole failed. */
    public record Failure(String code, String message) {}

    static ImportView of(ImportJob job, Locale locale) {
        Optional<Failure> error = job.errorCode()
                .map(code -> new Failure(
                        code, job.error().map(text -> text.in(locale)).orElse(code)));
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
                error,
                job.undoable(),
                job.undo().map(UndoView::of));
    }
}
