package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.events.News;
import java.lang.management.ManagementFactory;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How many events a second go from publish to a subscriber; run by name only, prints a table. */
public class EventBenchmark {

    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CLIENTS = 8;
    private static final int BACKLOG = 10_000;
    private static final EventsConfig.Rules RULES =
            new EventsConfig.Rules(10, 1000, Duration.ofSeconds(15), Duration.ofSeconds(1));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final PostgresqlEvents postgresql = new PostgresqlEvents();

    @Test
    public void derby() throws Exception {
        run("Derby", DerbyFolder.open(folder.getRoot().toPath().resolve("db")));
    }

    @Test
    public void postgresql() throws Exception {
        run("PostgreSQL", postgresql.stores());
    }

    private void run(String database, Stores stores) throws Exception {
        JdbcOutbox outbox = new JdbcOutbox(stores, "one", RULES);
        Counter counter = new Counter();
        outbox.addSubscriber(counter);
        through(outbox, counter, 20_000, 10);
        row(database, "1 event a transaction", through(outbox, counter, 5_000, 1));
        row(database, "10 events a transaction", through(outbox, counter, 30_000, 10));
        row(database, "500 events a transaction", through(outbox, counter, 50_000, 500));

        outbox.removeSubscriber(counter);
        publish(outbox, BACKLOG, 10);
        while (stores.feed().number()) {
            Thread.onSpinWait();
        }
        counter.expect(BACKLOG);
        long start = System.nanoTime();
        outbox.addSubscriber(counter);
        counter.await();
        System.out.printf(
                Locale.ROOT,
                "|%s|backlog of %,d drained|%.2f s|%n",
                database,
                BACKLOG,
                (System.nanoTime() - start) / 1e9);
        outbox.deactivate();
        stored(stores, true, 0);
        stored(stores, false, 0);
        row(database, "stored, id drawn", stored(stores, true, 1));
        row(database, "stored, id given", stored(stores, false, 1));
    }

    private static double through(JdbcOutbox outbox, Counter counter, int events, int batch) throws Exception {
        counter.expect(events);
        long cpu = CPU.getProcessCpuTime();
        long start = System.nanoTime();
        publish(outbox, events, batch);
        counter.await();
        System.out.printf(
                Locale.ROOT,
                "|||%.0f µs of this process's processor an event|%n",
                (CPU.getProcessCpuTime() - cpu) / 1e3 / events);
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static void publish(JdbcOutbox outbox, int events, int batch) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < events / batch; i++) {
            long first = (long) i * batch;
            done.add(
                    clients.submit(() -> outbox.stores().transactions().run(() -> outbox.publish(news(first, batch)))));
        }
        for (Future<?> one : done) {
            one.get();
        }
        clients.shutdown();
    }

    /** The price of a sequence without blocks: rows of the outbox a second with and without it. */
    private static double stored(Stores stores, boolean drawn, long round) {
        int rows = 50_000;
        int batch = 500;
        long start = System.nanoTime();
        for (long first = 0; first < rows; first += batch) {
            long id = first;
            stores.transactions().run(() -> {
                if (drawn) {
                    stores.feed().store(news(id, batch));
                } else {
                    storeGiven(stores, news(id, batch), round * rows);
                }
            });
        }
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    private static void storeGiven(Stores stores, List<News> news, long offset) {
        String sql = "INSERT INTO CRM_EVENTS_OUTBOX (TOPIC, RECORD_TYPE, RECORD_ID, PUBLISHED_AT, DATA, ID)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        stores.jdbc().with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (News one : news) {
                    int next = EventRows.bind(insert, 1, one, stores.clock().instant());
                    insert.setLong(next, offset + one.recordId());
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }

    private static List<News> news(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(id -> new News(
                        "order.confirmed",
                        "order",
                        id,
                        Map.of("customerId", "42", "total", "1234.50", "currency", "CNY")))
                .toList();
    }

    private static void row(String database, String what, double perSecond) {
        System.out.printf(Locale.ROOT, "|%s|%s|%,.0f events/s|%n", database, what, perSecond);
    }

    private static final class Counter implements EventSubscriber {

        private volatile CountDownLatch left = new CountDownLatch(0);

        void expect(int events) {
            left = new CountDownLatch(events);
        }

        void await() throws InterruptedException {
            assertThat(left.await(5, TimeUnit.MINUTES)).isTrue();
        }

        @Override
        public String name() {
            return "counter";
        }

        @Override
        public void deliver(List<Event> events) {
            events.forEach(event -> left.countDown());
        }
    }
}
