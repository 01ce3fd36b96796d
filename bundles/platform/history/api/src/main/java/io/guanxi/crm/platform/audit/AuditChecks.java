package io.guanxi.crm.platform.audit;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks of the whole trail, which take their time and go on in the background. What came of the last ones is kept; it tells
 * what was found at the time, and is worth what the database is worth: whoever doubts checks again.
 */
@ProviderType
public interface AuditChecks {

    /**
     * Seals what is not sealed yet, then reads everything and compares it with the chain and the chain with its anchors.
     * While one runs, nobody starts another.
     *
     * @return the one that was started, or the one under way
     */
    AuditCheck start();

    /** Empty where there is none of this id, or it is too long ago. */
    Optional<AuditCheck> find(long id);

    /** At most so many, newest first, from behind the one of this id; their findings are counted, not named. */
    List<AuditCheck> list(Optional<Long> before, int limit);

    /** Ends one that runs; false where it is over. */
    boolean cancel(long id);
}
