package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.events.DeadLetter;
import io.guanxi.crm.platform.events.Subscription;
import io.guanxi.crm.platform.events.Subscriptions;
import io.guanxi.crm.platform.events.UnknownDeadLetterException;
import io.guanxi.crm.platform.events.UnknownSubscriptionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** One subscriber with three dead letters. */
final class FixedSubscriptions implements Subscriptions {

    private static final String ERROR = "IOException: gone";

    @Override
    public List<Subscription> list() {
        return List.of(new Subscription(
                "oa",
                2,
                1,
                Subscription.State.RETRYING,
                4,
                Optional.of(ERROR),
                Optional.of(Platform.AT),
                3,
                Platform.AT,
                false,
                Optional.of("one")));
    }

    @Override
    public List<DeadLetter> deadLetters(String subscriber, long after, int limit) {
        require(subscriber);
        return LongStream.rangeClosed(after + 1, 3)
                .limit(limit)
                .mapToObj(n -> new DeadLetter("oa", FixedFeed.event(n), 10, ERROR, Platform.AT, false))
                .toList();
    }

    @Override
    public int replay(String subscriber, long sequence) {
        discard(subscriber, sequence);
        return 1;
    }

    @Override
    public int replayAll(String subscriber) {
        require(subscriber);
        return 3;
    }

    @Override
    public void discard(String subscriber, long sequence) {
        require(subscriber);
        if (sequence > 3) {
            throw new UnknownDeadLetterException();
        }
    }

    @Override
    public void pause(String subscriber) {
        require(subscriber);
    }

    @Override
    public void resume(String subscriber) {
        require(subscriber);
    }

    @Override
    public void forget(String subscriber) {
        require(subscriber);
    }

    private static void require(String subscriber) {
        if (!subscriber.equals("oa")) {
            throw new UnknownSubscriptionException();
        }
    }
}
