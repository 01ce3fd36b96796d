package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.Rule;
import org.junit.Test;

public class RetentionTest {

    private static final int EVENTS = 2500;

    @Rule
    public final EventDatabase database = new DerbyEvents();

    private final Recorder recorder = new Recorder("reader");

    @Test
    public void keepsWhatIsYoungOrNotTakenYet() throws Exception {
        JdbcOutbox outbox = database.node("one");
        outbox.addSubscriber(recorder);
        publish(outbox);
        Retention retention = new Retention(database.stores(), Duration.ofDays(30), Duration.ofDays(90));
        assertThat(retention.sweep(() -> false)).isZero();

        age(Duration.ofDays(31), 2200);
        outbox.removeSubscriber(recorder);
        setPosition(2100);
        assertThat(retention.sweep(() -> true)).isZero();
        assertThat(retention.sweep(() -> false)).isEqualTo(2100);
        List<Event> left = outbox.after(0, 1000);
        assertThat(left).hasSize(400);
        assertThat(left.get(0).sequence()).isEqualTo(2101);

        setSeen(Instant.now().minus(Duration.ofDays(91)));
        assertThat(retention.sweep(() -> false)).isEqualTo(100);
        assertThat(outbox.after(0, 1000)).hasSize(300);
        assertThat(outbox.head()).isEqualTo(EVENTS);
    }

    private void publish(JdbcOutbox outbox) throws InterruptedException {
        outbox.publish(LongStream.rangeClosed(1, EVENTS)
                .mapToObj(id -> new News("order.placed", "order", id, Map.of()))
                .toList());
        recorder.nextRecords(EVENTS);
    }

    private void age(Duration age, long upTo) {
        database.stores().jdbc().update("UPDATE CRM_EVENTS_OUTBOX SET PUBLISHED_AT = ? WHERE FEED_NO <= ?", s -> {
            s.setLong(1, Instant.now().minus(age).toEpochMilli());
            s.setLong(2, upTo);
        });
    }

    private void setPosition(long sequence) {
        database.stores()
                .jdbc()
                .update(
                        "UPDATE CRM_EVENTS_POSITION SET FEED_NO = ? WHERE NAME = 'reader'",
                        s -> s.setLong(1, sequence));
    }

    private void setSeen(Instant at) {
        database.stores()
                .jdbc()
                .update(
                        "UPDATE CRM_EVENTS_POSITION SET SEEN_AT = ? WHERE NAME = 'reader'",
                        s -> s.setLong(1, at.toEpochMilli()));
    }
}
