package io.guanxi.crm.platform.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * A check of the whole trail as it stands.
 *
 * @param progress 0 to 1
 * @param finishedAt empty while it runs
 * @param result of one that is done
 * @param errorCode why one failed: {@code interrupted} where its node went down, else {@code failed}
 */
public record AuditCheck(
        long id,
        State state,
        Instant startedAt,
        String startedBy,
        double progress,
        Optional<Instant> finishedAt,
        Optional<Verification> result,
        Optional<String> errorCode) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** True once nothing will change any more. */
        public boolean isOver() {
            return this != RUNNING;
        }
    }
}
