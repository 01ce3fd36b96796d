package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.events.News;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** As many events as one likes. */
final class FixedFeed implements EventFeed {

    final AtomicLong head;

    FixedFeed(long head) {
        this.head = new AtomicLong(head);
    }

    static Event event(long n) {
        return new Event(n, Platform.AT, new News("customer.created", "customer", 40 + n, Map.of("name", "张")));
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return LongStream.rangeClosed(sequence + 1, Math.min(sequence + limit, head.get()))
                .mapToObj(FixedFeed::event)
                .toList();
    }

    @Override
    public long head() {
        return head.get();
    }
}
