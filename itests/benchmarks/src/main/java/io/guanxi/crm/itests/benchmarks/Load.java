package io.guanxi.crm.itests.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Clients that ask as fast as they are answered. */
final class Load {

    /** Shorter runs show that everything works, not how fast it is: just after a start it is ten times slower. */
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("benchmarks.seconds", 20));

    private static final int DIGITS = 3;

    private Load() {}

    /** One request; {@code number} is different for every call. */
    @FunctionalInterface
    interface Request {
        void send(long number) throws Exception;
    }

    /** Requests a second, and how long they took in microseconds. */
    record Figures(double perSecond, long median, long ninetyNinth) {}

    static Figures of(int clients, Request request) throws InterruptedException, ExecutionException {
        run(clients, EACH, request);
        long start = System.nanoTime();
        Histogram all = run(clients, EACH, request);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Figures(all.getTotalCount() / seconds, all.getValueAtPercentile(50), all.getValueAtPercentile(99));
    }

    private static Histogram run(int clients, Duration duration, Request request)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + duration.toNanos();
        try {
            List<Future<Histogram>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(pool.submit(() -> client(end, request)));
            }
            Histogram all = new Histogram(DIGITS);
            for (Future<Histogram> one : running) {
                all.add(one.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Histogram client(long end, Request request) throws Exception {
        Histogram histogram = new Histogram(DIGITS);
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            request.send(start);
            histogram.recordValue((System.nanoTime() - start) / 1_000);
        }
        return histogram;
    }
}
