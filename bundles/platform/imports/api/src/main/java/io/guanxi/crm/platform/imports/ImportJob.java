package io.guanxi.crm.platform.imports;

import io.guanxi.crm.platform.problem.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * An import as it stands.
 *
 * @param read rows read so far
 * @param created records; so are {@code updated} and {@code unchanged}
 * @param rejected rows
 * @param progress 0 to 1, share of the file's bytes
 * @param undo empty where nobody has asked for it
 * @param undoable true where the import is over, wrote something that can be taken back, and nobody did so yet
 */
public record ImportJob(
        long id,
        ImportRequest request,
        State state,
        long read,
        long created,
        long updated,
        long unchanged,
        long rejected,
        double progress,
        Instant createdAt,
        String createdBy,
        Optional<Instant> finishedAt,
        Optional<String> errorCode,
        Optional<Text> error,
        Optional<UndoJob> undo,
        boolean undoable) {

    /** Where an import is in its life. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
