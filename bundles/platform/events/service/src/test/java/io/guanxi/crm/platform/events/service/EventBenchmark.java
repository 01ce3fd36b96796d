package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.events.News;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How many events a second go from publish to a subscriber; run by name only, prints a table. */
public class EventBenchmark {

    private static final int CLIENTS = 8;
    private static final int BACKLOG = 10_000;
    private static final List<Integer> BATCHES = List.of(1, 10, 500);
    private static final EventsConfig.Rules RULES =
            new EventsConfig.Rules(10, 1000, Duration.ofSeconds(15), Duration.ofSeconds(1));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final PostgresqlEvents postgresql = new PostgresqlEvents();

    /** Ids below those that the sequence gives. */
    private long base = 1;

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
        Map<Integer, Double> rates = new TreeMap<>();
        for (int batch : BATCHES) {
            rates.put(batch, through(outbox, counter, events(batch), batch));
        }
        double drained = drained(outbox, counter);
        outbox.deactivate();

        System.out.printf("|%s|events/s|plain inserts, rows/s|ratio|%n|-|-|-|-|%n", database);
        plain(stores, 20_000, 10);
        for (int batch : BATCHES) {
            double plain = plain(stores, events(batch), batch);
            double rate = rates.getOrDefault(batch, 0.0);
            System.out.printf(Locale.ROOT, "|%d a transaction|%,.0f|%,.0f|%.2f|%n", batch, rate, plain, rate / plain);
        }
        System.out.printf(Locale.ROOT, "%,d waiting events delivered in %.2f s%n", BACKLOG, drained);
    }

    private static int events(int batch) {
        return batch == 1 ? 5_000 : 50_000;
    }

    /** Seconds that events take which were numbered while nobody was there to take them. */
    private static double drained(JdbcOutbox outbox, Counter counter) throws Exception {
        outbox.removeSubscriber(counter);
        publish(outbox, BACKLOG, 10);
        while (outbox.stores().feed().number()) {
            Thread.onSpinWait();
        }
        counter.expect(BACKLOG);
        long start = System.nanoTime();
        outbox.addSubscriber(counter);
        counter.await();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double through(JdbcOutbox outbox, Counter counter, int events, int batch) throws Exception {
        counter.expect(events);
        long start = System.nanoTime();
        publish(outbox, events, batch);
        counter.await();
        return events / ((System.nanoTime() - start) / 1e9);
    }

    /** The same rows in the same transactions and from as many threads, then read once: no numbers, no order, no position. */
    private double plain(Stores stores, int events, int batch) throws Exception {
        long offset = base;
        base += events;
        long start = System.nanoTime();
        inThreads(events / batch, i -> {
            List<News> news = news((long) i * batch, batch);
            stores.transactions().run(() -> storeGiven(stores, news, offset));
        });
        long read = stores.jdbc()
                .list(
                        "SELECT " + EventRows.COLUMNS + " FROM CRM_EVENTS_OUTBOX WHERE ID BETWEEN ? AND ?",
                        s -> {
                            s.setLong(1, offset);
                            s.setLong(2, offset + events - 1);
                        },
                        EventRows::read)
                .size();
        assertThat(read).isEqualTo(events);
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static void publish(JdbcOutbox outbox, int events, int batch) throws Exception {
        inThreads(events / batch, i -> {
            List<News> news = news((long) i * batch, batch);
            outbox.stores().transactions().run(() -> outbox.publish(news));
        });
    }

    private static void inThreads(int times, IntConsumer work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int turn = i;
            done.add(clients.submit(() -> work.accept(turn)));
        }
        for (Future<?> one : done) {
            one.get();
        }
        clients.shutdown();
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
