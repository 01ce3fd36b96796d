package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** What the outbox promises, on whichever database. */
public abstract class OutboxContract {

    @Rule
    public final EventDatabase database;

    private JdbcOutbox outbox;

    OutboxContract(EventDatabase database) {
        this.database = database;
    }

    @Before
    public void open() {
        outbox = database.node("one");
    }

    @Test
    public void tellsWhatWasCommittedAndNothingElse() throws Exception {
        Recorder recorder = subscribe(new Recorder("recorder"));

        assertThatThrownBy(() -> database.transactions().run(() -> {
                    outbox.publish(news(1));
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");
        database.transactions().run(() -> outbox.publish(news(2)));

        assertThat(recorder.next().news()).isEqualTo(news(2));
    }

    @Test
    public void skipsNoEventWhoseTransactionIsHeldOpen() throws Exception {
        Recorder recorder = subscribe(new Recorder("recorder"));
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
        database.transactions().run(() -> outbox.publish(news(3)));
        mayCommit.countDown();
        late.join();

        assertThat(recorder.nextRecords(3)).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    /** Every change locks its record's row first, as the modules do, and its transaction is held open for a while. */
    @Test
    public void keepsTheOrderOfEachRecordOverTwoNodes() throws Exception {
        int records = 5;
        int changes = 40;
        JdbcOutbox other = database.node("two");
        Recorder recorder = subscribe(new Recorder("recorder"));
        database.stores().jdbc().update("CREATE TABLE RECORD (ID INT PRIMARY KEY, CHANGES INT NOT NULL)", s -> {});
        for (int i = 0; i < records; i++) {
            int id = i;
            database.stores().jdbc().update("INSERT INTO RECORD VALUES (?, 0)", s -> s.setInt(1, id));
        }
        ExecutorService clients = Executors.newFixedThreadPool(6);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < records * changes; i++) {
            int id = i % records;
            JdbcOutbox node = i % 2 == 0 ? outbox : other;
            int pause = new Random(i).nextInt(4);
            done.add(clients.submit(() -> change(node, id, pause)));
        }
        for (Future<?> one : done) {
            one.get(60, TimeUnit.SECONDS);
        }
        clients.shutdown();

        Map<Long, Integer> last = new HashMap<>();
        long sequence = 0;
        for (int i = 0; i < records * changes; i++) {
            Event event = recorder.next();
            Object change = event.news().data().get("change");
            assertThat(change).isEqualTo(last.merge(event.news().recordId(), 1, Integer::sum));
            assertThat(event.sequence()).isGreaterThan(sequence);
            sequence = event.sequence();
        }
        assertThat(last).hasSize(records).allSatisfy((id, count) -> assertThat(count)
                .isEqualTo(changes));
        assertThat(outbox.head()).isEqualTo(sequence);
    }

    private Object change(JdbcOutbox node, int id, int pause) {
        return database.transactions().call(() -> {
            database.stores()
                    .jdbc()
                    .update("UPDATE RECORD SET CHANGES = CHANGES + 1 WHERE ID = ?", s -> s.setInt(1, id));
            int change = database.stores()
                    .jdbc()
                    .first("SELECT CHANGES FROM RECORD WHERE ID = ?", s -> s.setInt(1, id), row -> row.getInt(1))
                    .orElseThrow();
            node.publish(new News("record.changed", "record", id, Map.of("change", change)));
            hold(pause);
            return 0;
        });
    }

    @Test
    public void deliversInOrderWithoutGaps() throws Exception {
        Recorder recorder = subscribe(new Recorder("recorder"));
        for (int i = 0; i < 300; i++) {
            int id = i;
            database.transactions().run(() -> outbox.publish(news(id)));
        }

        long first = recorder.next().sequence();
        for (int i = 1; i < 300; i++) {
            assertThat(recorder.next().sequence()).isEqualTo(first + i);
        }
        assertThat(outbox.head()).isEqualTo(first + 299);
    }

    @Test
    public void changesThatWereRolledBackLeaveNoGaps() throws Exception {
        Recorder recorder = subscribe(new Recorder("recorder"));
        for (int i = 0; i < 30; i++) {
            int id = i;
            database.transactions().run(() -> outbox.publish(List.of(news(id), news(id))));
            assertThatThrownBy(() -> database.transactions().run(() -> {
                        outbox.publish(news(-1));
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
        }

        long first = recorder.next().sequence();
        for (int i = 1; i < 60; i++) {
            Event event = recorder.next();
            assertThat(event.sequence()).isEqualTo(first + i);
            assertThat(event.news().recordId()).isEqualTo(i / 2);
        }
    }

    @Test
    public void goesOnWhereASubscriberLeftOff() throws Exception {
        Recorder before = subscribe(new Recorder("durable"));
        outbox.publish(news(1));
        before.next();
        outbox.removeSubscriber(before);

        outbox.publish(List.of(news(2), news(3)));
        Recorder after = subscribe(new Recorder("durable"));

        assertThat(after.nextRecords(2)).containsExactly(2L, 3L);
    }

    @Test
    public void deliversAgainAfterAFailure() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Recorder recorder = subscribe(new Recorder("flaky") {
            @Override
            public void deliver(List<Event> events) {
                if (tries.incrementAndGet() == 1) {
                    throw new IllegalStateException("not now");
                }
                super.deliver(events);
            }
        });
        outbox.publish(news(7));

        assertThat(recorder.next().news().recordId()).isEqualTo(7);
        assertThat(tries.get()).isEqualTo(2);
    }

    @Test
    public void survivesAnError() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Recorder recorder = subscribe(new Recorder("linked-badly") {
            @Override
            public void deliver(List<Event> events) {
                if (tries.incrementAndGet() == 1) {
                    throw new NoClassDefFoundError("gone");
                }
                super.deliver(events);
            }
        });
        outbox.publish(news(7));

        assertThat(recorder.next().news().recordId()).isEqualTo(7);
    }

    @Test
    public void theFeedIsReadFromAnyPosition() throws Exception {
        Recorder recorder = subscribe(new Recorder("recorder"));
        outbox.publish(
                LongStream.rangeClosed(1, 5).mapToObj(OutboxContract::news).toList());
        recorder.nextRecords(5);

        List<Event> all = outbox.after(0, 100);
        assertThat(all).hasSize(5);
        assertThat(outbox.after(all.get(2).sequence(), 1)).containsExactly(all.get(3));
    }

    @Test
    public void refusesDataThatAreNoKeys() {
        assertThatThrownBy(() -> outbox.publish(new News("a.b", "a", 1, Map.of("text", "x".repeat(5000)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void servesASubscriberOnOneNodeAtATime() throws Exception {
        Recorder here = subscribe(new Recorder("shared"));
        outbox.publish(news(1));
        here.next();
        JdbcOutbox other = database.node("two");
        Recorder there = new Recorder("shared");
        other.addSubscriber(there);
        for (int i = 2; i <= 50; i++) {
            outbox.publish(news(i));
        }
        assertThat(here.nextRecords(49)).doesNotHaveDuplicates();

        outbox.removeSubscriber(here);
        other.publish(news(51));

        assertThat(there.nextRecords(1)).containsExactly(51L);
        assertThat(here.rest()).isEmpty();
    }

    @Test
    public void servesASubscriberOfEveryNodeOnEach() throws Exception {
        Recorder here = subscribe(new EveryNode());
        JdbcOutbox other = database.node("two");
        Recorder there = new EveryNode();
        other.addSubscriber(there);

        outbox.publish(news(1));
        other.publish(news(2));

        assertThat(here.nextRecords(2)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(there.nextRecords(2)).containsExactlyInAnyOrder(1L, 2L);
    }

    private static final class EveryNode extends Recorder {

        EveryNode() {
            super("columns");
        }

        @Override
        public boolean everyNode() {
            return true;
        }
    }

    private Recorder subscribe(Recorder recorder) {
        outbox.addSubscriber(recorder);
        return recorder;
    }

    private static News news(long id) {
        return new News("order.confirmed", "order", id, Map.of("customerId", "42"));
    }

    private static void hold(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
