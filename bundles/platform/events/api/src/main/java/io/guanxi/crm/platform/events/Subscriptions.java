package io.guanxi.crm.platform.events;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an operator sees and does about subscribers; administrators only.
 *
 * <p>Every method that names a subscriber throws {@link UnknownSubscriptionException} where there is none of that name.
 */
@ProviderType
public interface Subscriptions {

    /** All subscribers that were ever known, by name. */
    List<Subscription> list();

    /** At most {@code limit} dead letters behind the given sequence, oldest first. */
    List<DeadLetter> deadLetters(String subscriber, long after, int limit);

    /**
     * Lets the dead letters of this letter's record be delivered again, oldest first, up to the first that fails. It is
     * done in the background, by the node that serves the subscriber. Gives their number.
     *
     * @throws UnknownDeadLetterException where there is none of this sequence
     */
    int replay(String subscriber, long sequence);

    /** Lets all dead letters of the subscriber be delivered again; gives their number. */
    int replayAll(String subscriber);

    /**
     * Throws a dead letter away; the subscriber will never get that event.
     *
     * @throws UnknownDeadLetterException where there is none of this sequence
     */
    void discard(String subscriber, long sequence);

    /** Lets the subscriber wait; its events are kept as long as it is seen. */
    void pause(String subscriber);

    /** Ends a pause, and tries failed events again at once. */
    void resume(String subscriber);

    /**
     * Forgets a subscriber that is gone for good, with its position and its dead letters.
     *
     * @throws io.guanxi.crm.platform.problem.ConflictException while a node serves it
     */
    void forget(String subscriber);
}
