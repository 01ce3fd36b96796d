package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.events.EventFeed;
import io.guanxi.crm.platform.http.Json;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open streams, written by one thread that never waits for a client. */
final class EventStreams implements AutoCloseable {

    /**
     * @param most how many streams there may be at a time
     * @param period how often the feed is looked at
     * @param heartbeat silence after which a comment tells that we live
     * @param life age at which a stream ends, so that its client signs in again
     * @param patience how long a client may take nothing
     */
    record Limits(int most, Duration period, Duration heartbeat, Duration life, Duration patience) {

        static final Limits STANDARD = new Limits(
                100, Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofMinutes(10), Duration.ofSeconds(30));
    }

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    private final Neighbour<EventFeed> feed;
    private final Limits limits;
    private final ObjectMapper json = Json.newMapper();
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "crm-event-streams");
        thread.setDaemon(true);
        return thread;
    });

    EventStreams(Neighbour<EventFeed> feed, Limits limits) {
        this.feed = feed;
        this.limits = limits;
        Future<?> unused = clock.scheduleWithFixedDelay(
                this::tick, limits.period().toMillis(), limits.period().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws UnavailableException where there are as many streams as there may be */
    void requireRoom() {
        if (streams.size() >= limits.most()) {
            throw new UnavailableException(
                    "too-many-streams",
                    "There are too many event streams. Please try again later.",
                    "事件流连接过多，请稍后重试。",
                    Duration.ofSeconds(10));
        }
    }

    void open(AsyncContext async, long position) throws IOException {
        streams.add(new EventStream(async, position, limits, json));
    }

    int size() {
        return streams.size();
    }

    @Override
    public void close() {
        clock.shutdown();
        streams.forEach(EventStream::close);
    }

    // The executor would forget about a task that throws.
    private void tick() {
        if (streams.isEmpty()) {
            return;
        }
        try {
            EventFeed now = feed.get();
            long head = now.head();
            streams.forEach(stream -> stream.pump(now, head));
        } catch (RuntimeException e) {
            LOG.warn("the feed can't be read for the event streams; it is tried again", e);
        }
        streams.removeIf(EventStream::isClosed);
    }
}
