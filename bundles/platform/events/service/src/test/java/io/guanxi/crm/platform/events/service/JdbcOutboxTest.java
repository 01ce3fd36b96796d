package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.EventSubscriber;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class JdbcOutboxTest {

    @Rule
    public final TestDatabase database = new TestDatabase("events");

    private JdbcOutbox outbox;
    private Feed feed;

    @Before
    public void open() {
        feed = new Feed(new Jdbc(database.dataSource()), database.transactions(), Clock.systemUTC());
        outbox = new JdbcOutbox(feed, database.transactions());
    }

    @After
    public void close() {
        outbox.deactivate();
    }

    @Test
    public void tellsWhatWasCommittedAndNothingElse() throws Exception {
        Recorder recorder = new Recorder("recorder");
        subscribe(recorder);

        assertThatThrownBy(() -> database.transactions().run(() -> {
                    outbox.publish(news(1));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
        database.transactions().run(() -> outbox.publish(news(2)));

        assertThat(recorder.next().news()).isEqualTo(news(2));
    }

    @Test
    public void skipsNoEventWhoseTransactionCommitsLate() throws Exception {
        Recorder recorder = new Recorder("recorder");
        subscribe(recorder);
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread late = new Thread(() -> database.transactions().run(() -> {
            outbox.publish(news(1));
            published.countDown();
            await(mayCommit);
        }));
        late.start();
        await(published);

        database.transactions().run(() -> outbox.publish(news(2)));
        mayCommit.countDown();
        late.join();

        assertThat(List.of(
                        recorder.next().news().recordId(),
                        recorder.next().news().recordId()))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    public void deliversInOrderWithoutGaps() throws Exception {
        Recorder recorder = new Recorder("recorder");
        subscribe(recorder);
        for (int i = 0; i < 300; i++) {
            int id = i;
            database.transactions().run(() -> outbox.publish(news(id)));
        }

        long first = recorder.next().sequence();
        for (int i = 1; i < 300; i++) {
            assertThat(recorder.next().sequence()).isEqualTo(first + i);
        }
    }

    @Test
    public void goesOnWhereASubscriberLeftOff() throws Exception {
        Recorder before = new Recorder("durable");
        subscribe(before);
        outbox.publish(news(1));
        before.next();
        outbox.removeSubscriber(before);

        outbox.publish(List.of(news(2), news(3)));
        Recorder after = new Recorder("durable");
        outbox.addSubscriber(after);

        assertThat(after.next().news().recordId()).isEqualTo(2);
        assertThat(after.next().news().recordId()).isEqualTo(3);
    }

    @Test
    public void deliversAgainAfterAFailure() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Recorder recorder = new Recorder("flaky") {
            @Override
            public void deliver(List<Event> events) {
                if (tries.incrementAndGet() == 1) {
                    throw new IllegalStateException("not now");
                }
                super.deliver(events);
            }
        };
        subscribe(recorder);
        outbox.publish(news(7));

        assertThat(recorder.next().news().recordId()).isEqualTo(7);
        assertThat(tries.get()).isGreaterThan(1);
    }

    @Test
    public void theFeedIsReadFromAnyPosition() throws Exception {
        Recorder recorder = new Recorder("recorder");
        subscribe(recorder);
        outbox.publish(
                LongStream.rangeClosed(1, 5).mapToObj(JdbcOutboxTest::news).toList());
        for (int i = 0; i < 5; i++) {
            recorder.next();
        }

        List<Event> all = outbox.after(0, 100);
        assertThat(all).hasSize(5);
        assertThat(outbox.after(all.get(2).sequence(), 1)).containsExactly(all.get(3));
    }

    @Test
    public void refusesDataThatAreNoKeys() {
        assertThatThrownBy(() -> outbox.publish(new News("a.b", "a", 1, Map.of("text", "x".repeat(5000)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A new name starts at the end of the feed: entered here, before anything is published. */
    private void subscribe(Recorder recorder) {
        feed.subscribe(recorder.name());
        outbox.addSubscriber(recorder);
    }

    private static News news(long id) {
        return new News("order.confirmed", "order", id, Map.of("customerId", "42"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static class Recorder implements EventSubscriber {

        private final String name;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void deliver(List<Event> delivered) {
            events.addAll(delivered);
        }

        Event next() throws InterruptedException {
            Event event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("an event within ten seconds").isNotNull();
            return event;
        }
    }
}
