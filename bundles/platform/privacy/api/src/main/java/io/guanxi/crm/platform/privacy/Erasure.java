package io.guanxi.crm.platform.privacy;

import io.guanxi.crm.platform.problem.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The erasure of a person, under way or done.
 *
 * @param reason as it was given; once it is done, without what identified the person
 * @param hash of the certificate, which the audit trail holds too
 */
public record Erasure(
        long id,
        Subject subject,
        State state,
        String reason,
        Instant askedAt,
        String askedBy,
        Optional<Instant> finishedAt,
        Optional<String> hash,
        List<Part> parts) {

    public Erasure {
        parts = List.copyOf(parts);
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE
    }

    /** How far one source is. */
    public enum PartState {
        WAITING,
        /** The source is not there now. */
        AWAY,
        /** It was tried, and will be again. */
        RETRYING,
        DONE,
        /** The source was gone for good, as an administrator said. */
        SKIPPED
    }

    /**
     * What one source has to do, or did.
     *
     * @param problem why it is tried again, without any value
     */
    public record Part(
            String source,
            Text label,
            PartState state,
            int attempts,
            Optional<Instant> doneAt,
            Optional<String> problem,
            Erased did) {}
}
