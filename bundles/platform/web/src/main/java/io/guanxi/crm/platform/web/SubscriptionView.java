package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.events.DeadLetter;
import io.guanxi.crm.platform.events.Subscription;
import java.time.Instant;
import java.util.Optional;

/** A subscriber on the wire. */
public record SubscriptionView(
        String name,
        long position,
        long lag,
        String state,
        int attempts,
        Optional<String> lastError,
        Optional<Instant> nextRetryAt,
        long deadLetters,
        Instant seenAt,
        boolean absent,
        Optional<String> node) {

    /** One of its dead letters. */
    public record DeadLetterView(EventView event, int attempts, String error, Instant at, boolean replaying) {

        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    EventView.of(letter.event()), letter.attempts(), letter.error(), letter.at(), letter.replaying());
        }
    }

    static SubscriptionView of(Subscription one) {
        return new SubscriptionView(
                one.name(),
                one.position(),
                one.lag(),
                one.state().name(),
                one.attempts(),
                one.lastError(),
                one.nextRetryAt(),
                one.deadLetters(),
                one.seenAt(),
                one.absent(),
                one.node());
    }
}
