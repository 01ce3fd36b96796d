package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoEntry;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a change of many records back, the last records first. A record that was changed since stays as it is. */
final class BulkUndo {

    private final RunningJob job;
    private final BulkRequest request;
    private final BulkParts parts;
    private final Signals signals;
    private int met;

    /** @param met conflicts that an earlier run has met already */
    BulkUndo(RunningJob job, BulkRequest request, BulkParts parts, Signals signals, int met) {
        this.job = job;
        this.request = request;
        this.parts = parts;
        this.signals = signals;
        this.met = met;
    }

    void run() {
        UndoTable undo = parts.undo();
        for (Optional<UndoTable.Chunk> chunk = undo.last(job.id()); chunk.isPresent(); chunk = undo.last(job.id())) {
            signals.check();
            UndoTable.Chunk next = chunk.get();
            List<UndoEntry> entries = next.entries();
            if (!reverted(next.n(), entries, List.of())) {
                for (int i = 0; i < entries.size(); i++) {
                    signals.check();
                    oneOf(next.n(), entries.get(i), entries.subList(i + 1, entries.size()));
                }
            }
        }
    }

    private void oneOf(long n, UndoEntry entry, List<UndoEntry> rest) {
        try {
            revert(n, List.of(entry), rest);
        } catch (JobStoppedException | UnavailableException e) {
            throw e;
        } catch (CrmException e) {
            met += parts.attempts().call(job.id(), request.type(), target -> {
                FieldError error = e.firstError("id");
                return told(n, 0, List.of(new UndoConflict(entry.record(), error.code(), error.message())), rest);
            });
        }
    }

    /** False where one of them can't be brought back; none is then. */
    private boolean reverted(long n, List<UndoEntry> entries, List<UndoEntry> rest) {
        try {
            revert(n, entries, rest);
            return true;
        } catch (JobStoppedException | UnavailableException e) {
            throw e;
        } catch (CrmException e) {
            return false;
        }
    }

    private void revert(long n, List<UndoEntry> entries, List<UndoEntry> rest) {
        met += parts.attempts().call(job.id(), request.type(), target -> {
            List<UndoConflict> conflicts = new ArrayList<>();
            for (UndoEntry entry : entries) {
                if (target.version(request, entry.record()) == entry.version()) {
                    target.undo(request, entry);
                } else {
                    conflicts.add(UndoConflict.changedSince(entry.record()));
                }
            }
            return told(n, entries.size() - conflicts.size(), conflicts, rest);
        });
    }

    private int told(long n, int reverted, List<UndoConflict> conflicts, List<UndoEntry> rest) {
        parts.undo().keep(job.id(), n, rest);
        parts.undo().insert(job.id(), met, conflicts);
        parts.jobs().undoProgress(job, reverted, conflicts.size());
        return conflicts.size();
    }
}
