package io.guanxi.crm.platform.events;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a subscriber is.
 *
 * @param position sequence of the last event it has taken
 * @param lag events it has not taken yet
 * @param attempts failures in a row since the last success
 * @param lastError what the last failure said; kept until the next success
 * @param nextRetryAt when the failed events are delivered again
 * @param seenAt when a node last had this subscriber
 * @param absent not seen for so long that events are deleted without waiting for it
 * @param node where it is served at present
 */
public record Subscription(
        String name,
        long position,
        long lag,
        State state,
        int attempts,
        Optional<String> lastError,
        Optional<Instant> nextRetryAt,
        long deadLetters,
        Instant seenAt,
        boolean absent,
        Optional<String> node) {

    /** What it does at present. */
    public enum State {
        ACTIVE,
        RETRYING,
        PAUSED,
        /** No node serves it. */
        AWAY
    }
}
