package io.guanxi.crm.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading the whole trail.
 *
 * @param entries that were compared with the chain
 * @param anchors that were compared with it
 * @param erased entries of which something was taken out as it should be
 * @param retired acts of reading that are no longer kept
 * @param findings at most {@value #MOST}
 * @param found all of them
 */
public record Verification(
        Instant at,
        long entries,
        long seals,
        long anchors,
        long erased,
        long retired,
        Optional<SealHead> head,
        List<Finding> findings,
        long found) {

    /** Most findings that are named. */
    public static final int MOST = 1000;

    public Verification {
        findings = List.copyOf(findings);
    }

    /** True where nothing was found. */
    public boolean isUntouched() {
        return found == 0;
    }
}
