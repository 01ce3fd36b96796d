package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

/**
 * Posts a copy of every event to EventAdmin, where there is one: topic {@code io/guanxi/crm/order/confirmed}, properties
 * {@code sequence}, {@code recordType}, {@code recordId}. A hint that something happened, no more: what is posted while
 * nobody listens is lost.
 */
@Component(
        service = {},
        immediate = true)
public class EventAdminCopy {

    private static final String PREFIX = "io/guanxi/crm/";
    private static final int BATCH = 500;
    // Hints that old are no use to anybody.
    private static final int MOST_BEHIND = 10_000;

    private final JdbcOutbox outbox;
    private final EventAdmin eventAdmin;
    private final Copying copying;
    private final Runnable wake;

    @Activate
    public EventAdminCopy(@Reference JdbcOutbox outbox, @Reference EventAdmin eventAdmin) {
        this.outbox = outbox;
        this.eventAdmin = eventAdmin;
        this.copying = new Copying(outbox.head());
        this.wake = copying::wake;
        outbox.watch(wake);
        copying.start();
    }

    @Deactivate
    public void stop() {
        outbox.unwatch(wake);
        copying.stop();
    }

    private void post(Event event) {
        String topic =
                PREFIX + event.news().topic().replaceAll("[^A-Za-z0-9_.-]", "_").replace('.', '/');
        eventAdmin.postEvent(new org.osgi.service.event.Event(
                topic,
                Map.of(
                        "sequence",
                        event.sequence(),
                        "recordType",
                        event.news().recordType(),
                        "recordId",
                        event.news().recordId())));
    }

    /** On a thread of its own, so that delivery never waits for it. */
    private final class Copying extends Worker {

        private long position;

        Copying(long position) {
            super("crm-events-copy");
            this.position = position;
        }

        @Override
        Duration work() {
            position = Math.max(position, outbox.head() - MOST_BEHIND);
            List<Event> batch = outbox.after(position, BATCH);
            for (Event event : batch) {
                post(event);
                position = event.sequence();
            }
            return batch.isEmpty() ? FOREVER : Duration.ZERO;
        }
    }
}
