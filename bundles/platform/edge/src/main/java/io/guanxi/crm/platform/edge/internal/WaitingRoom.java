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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests wait for a gate or for their turn, without holding a thread; then they are told to come back. */
final class WaitingRoom implements AutoCloseable {

    /** How long a request waits for a gate that nobody holds. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long for one that is held: an exchange comes to its end before, one way or the other. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final int SEATS = 5_000;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Duration patience;
    private final Duration longest;
    private final AtomicInteger taken = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "crm-edge-clock");
        thread.setDaemon(true);
        return thread;
    });

    WaitingRoom(Duration patience, Duration longest) {
        this.patience = patience;
        this.longest = longest;
    }

    /** Until the gate opens. */
    void seatBefore(Gate gate, Passage passage, HttpServletRequest request) throws IOException {
        seat(gate, patience, passage, request, Refusal.busy());
    }

    /** Until its lane has room, but no longer than it would have waited for a gate. */
    void seatInLine(Passage passage, Duration limit, HttpServletRequest request) throws IOException {
        Duration inLine = limit.compareTo(patience) < 0 ? limit : patience;
        seat(passage.lane(), inLine, passage, request, Refusal.overloaded());
    }

    private void seat(Line line, Duration limit, Passage passage, HttpServletRequest request, Refusal refusal)
            throws IOException {
        boolean forLane = line == passage.lane();
        long left = limit.toNanos() - (forLane ? 0 : passage.waitedNanos());
        if ((left <= 0 && !line.isWorkedOn()) || taken.get() >= SEATS) {
            refusal.write(request, passage.response());
            passage.finish();
            return;
        }
        taken.incrementAndGet();
        AsyncContext async = request.startAsync();
        async.setTimeout(longest.plus(limit).plusSeconds(2).toMillis());
        Seat seat = new Seat(async, passage, forLane);
        seat.alarm = alarm(line, seat, left, request, refusal);
        if (!line.join(seat)) {
            seat.sendAway(request, refusal);
        }
    }

    private ScheduledFuture<?> alarm(Line line, Seat seat, long left, HttpServletRequest request, Refusal refusal) {
        return clock.schedule(
                () -> {
                    if (line.isWorkedOn() && seat.passage.waitedNanos() < longest.toNanos()) {
                        seat.alarm = alarm(line, seat, LOOK.toNanos(), request, refusal);
                    } else if (line.forget(seat)) {
                        seat.sendAway(request, refusal);
                    }
                },
                Math.max(0, left),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private final class Seat implements Runnable {

        private final AsyncContext async;
        private final Passage passage;
        private final boolean forLane;
        private volatile @Nullable ScheduledFuture<?> alarm;

        Seat(AsyncContext async, Passage passage, boolean forLane) {
            this.async = async;
            this.passage = passage;
            this.forLane = forLane;
        }

        /** The request's turn: it starts again from the beginning. */
        @Override
        public void run() {
            free();
            if (forLane) {
                passage.takeLane();
            }
            try {
                async.dispatch();
            } catch (IllegalStateException e) {
                LOG.debug("a waiting request went away", e);
                passage.finish();
            }
        }

        void sendAway(HttpServletRequest request, Refusal refusal) {
            free();
            try {
                refusal.write(request, passage.response());
                async.complete();
            } catch (IOException | IllegalStateException e) {
                LOG.debug("a waiting request went away", e);
            }
            passage.finish();
        }

        private void free() {
            taken.decrementAndGet();
            ScheduledFuture<?> set = alarm;
            if (set != null) {
                set.cancel(false);
            }
        }
    }
}
