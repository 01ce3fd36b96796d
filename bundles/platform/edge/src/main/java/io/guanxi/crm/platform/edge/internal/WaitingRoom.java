package io.guanxi.crm.platform.edge.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests wait for a gate without holding a thread: five seconds at most, then they are told to come back. */
final class WaitingRoom implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final int SEATS = 5_000;

    private final Duration patience;
    private final AtomicInteger taken = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "crm-edge-clock");
        thread.setDaemon(true);
        return thread;
    });

    WaitingRoom(Duration patience) {
        this.patience = patience;
    }

    void seat(Gate gate, Passage passage, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long left = patience.toNanos() - passage.waitedNanos();
        if (left <= 0 || taken.get() >= SEATS) {
            Refusal.busy().write(request, response);
            return;
        }
        taken.incrementAndGet();
        AsyncContext async = request.startAsync();
        async.setTimeout(patience.plusSeconds(2).toMillis());
        Seat seat = new Seat(async);
        seat.alarm = clock.schedule(
                () -> {
                    if (gate.forget(seat)) {
                        seat.sendAway(request, response);
                    }
                },
                left,
                TimeUnit.NANOSECONDS);
        gate.await(seat);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private final class Seat implements Runnable {

        private final AsyncContext async;
        private volatile @org.jspecify.annotations.Nullable ScheduledFuture<?> alarm;

        Seat(AsyncContext async) {
            this.async = async;
        }

        /** The gate is open: the request starts again from the beginning. */
        @Override
        public void run() {
            taken.decrementAndGet();
            ScheduledFuture<?> set = alarm;
            if (set != null) {
                set.cancel(false);
            }
            try {
                async.dispatch();
            } catch (IllegalStateException e) {
                LOG.debug("a waiting request went away", e);
            }
        }

        void sendAway(HttpServletRequest request, HttpServletResponse response) {
            taken.decrementAndGet();
            try {
                Refusal.busy().write(request, response);
                async.complete();
            } catch (IOException | IllegalStateException e) {
                LOG.debug("a waiting request went away", e);
            }
        }
    }
}
