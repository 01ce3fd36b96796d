package io.guanxi.crm.platform.security;

import java.time.Instant;
import java.util.List;

/**
 * What became of a provider's users and departments.
 *
 * @param by who asked for it
 * @param conflicts at most {@value #CONFLICTS} of them
 * @param conflictCount how many there are
 */
public record SyncReport(
        Instant at, String by, Counts users, Counts departments, List<SyncConflict> conflicts, int conflictCount) {

    /** Conflicts that a report tells. */
    public static final int CONFLICTS = 200;

    /**
     * Of users, or of departments.
     *
     * @param gone users that were disabled, departments that were deleted
     */
    public record Counts(int created, int changed, int gone) {}

    public SyncReport {
        conflicts = List.copyOf(conflicts.subList(0, Math.min(CONFLICTS, conflicts.size())));
    }
}
