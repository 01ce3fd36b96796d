package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.util.List;

/** Brings one subscriber every event in order; its position moves on only when the subscriber has taken them. */
final class Delivery extends Worker {

    private static final int BATCH = 500;

    private final Feed feed;
    private final EventSubscriber subscriber;
    private long position = -1;

    Delivery(Feed feed, EventSubscriber subscriber) {
        super("crm-events-" + subscriber.name());
        this.feed = feed;
        this.subscriber = subscriber;
        start();
    }

    @Override
    void work() {
        if (position < 0) {
            position = feed.subscribe(subscriber.name());
        }
        List<Event> batch = feed.after(position, BATCH);
        while (!batch.isEmpty() && !isStopped()) {
            deliver(batch);
            batch = feed.after(position, BATCH);
        }
    }

    private void deliver(List<Event> batch) {
        Callers.runAs(Caller.system("events:" + subscriber.name()), () -> subscriber.deliver(batch));
        long last = batch.get(batch.size() - 1).sequence();
        feed.savePosition(subscriber.name(), last);
        position = last;
    }
}
