package io.guanxi.crm.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's stream. Nothing is read for a client that has not taken what was written before. */
final class EventStream implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 200;
    private static final byte[] HELLO = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final EventStreams.Limits limits;
    private final ObjectMapper json;
    private final long openedAt = System.nanoTime();
    private long position;
    private long writtenAt;
    private byte[] pending = HELLO;
    private boolean closed;

    EventStream(AsyncContext async, long position, EventStreams.Limits limits, ObjectMapper json) throws IOException {
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.position = position;
        this.limits = limits;
        this.json = json;
        this.writtenAt = openedAt;
        out.setWriteListener(this);
    }

    /** Writes what is new, as far as the client takes it. */
    synchronized void pump(EventFeed feed, long head) {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        try {
            if (!write()) {
                closeIf(now - writtenAt > limits.patience().toNanos());
            } else if (position < head) {
                send(text(feed.after(position, BATCH)), now);
            } else if (now - writtenAt > limits.heartbeat().toNanos()) {
                send(HEARTBEAT, now);
            }
            closeIf(now - openedAt > limits.life().toNanos());
        } catch (IOException e) {
            LOG.debug("the client of an event stream went away", e);
            close();
        }
    }

    private void send(byte[] bytes, long now) throws IOException {
        pending = bytes;
        writtenAt = now;
        write();
    }

    /** False while the client has not taken what was written before. */
    private boolean write() throws IOException {
        if (!out.isReady()) {
            return false;
        }
        if (pending.length > 0) {
            out.write(pending);
            pending = new byte[0];
        }
        if (out.isReady()) {
            out.flush();
        }
        return true;
    }

    private byte[] text(List<Event> events) throws JsonProcessingException {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            text.append("id: ").append(event.sequence()).append("\ndata: ");
            text.append(json.writeValueAsString(EventView.of(event))).append("\n\n");
            position = event.sequence();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void closeIf(boolean over) {
        if (over) {
            close();
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                async.complete();
            } catch (IllegalStateException e) {
                LOG.debug("the container has ended the stream already", e);
            }
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void onWritePossible() {
        // the next tick writes
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("the client of an event stream went away", failure);
        close();
    }
}
