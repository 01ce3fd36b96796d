package io.guanxi.crm.platform.events.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.transaction.xa.XAException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A process on a database in a folder is killed; the next one finds everything that was committed. */
public class CrashTest {

    private static final int MORE = 700;
    private static final int DELIVERED_BEFORE = 3;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void deliversEverythingAfterAKill() throws Exception {
        Path database = folder.getRoot().toPath().resolve("db");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        database.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo(Victim.COMMITTED);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it is dead").isTrue();

        Recorder recorder = new Recorder("durable");
        Stores stores = DerbyFolder.open(database);
        stores.positions().releaseAll();
        JdbcOutbox outbox = new JdbcOutbox(stores, "one", EventDatabase.RULES);
        outbox.addSubscriber(recorder);
        Set<Long> seen = new HashSet<>();
        long last = 0;
        while (seen.size() < MORE) {
            Event event = recorder.next();
            assertThat(event.sequence()).isGreaterThan(last);
            last = event.sequence();
            seen.add(event.news().recordId());
        }
        assertThat(seen)
                .isEqualTo(new HashSet<>(LongStream.range(DELIVERED_BEFORE, MORE + DELIVERED_BEFORE)
                        .boxed()
                        .toList()));
        outbox.deactivate();
    }

    /** Takes a few events, commits many more while its subscriber is busy, and is killed before any of them is taken. */
    public static final class Victim {

        static final String COMMITTED = "committed";

        private Victim() {}

        public static void main(String[] args) throws XAException, InterruptedException {
            Stores stores = DerbyFolder.open(Path.of(args[0]));
            JdbcOutbox outbox = new JdbcOutbox(stores, "one", EventDatabase.RULES);
            Recorder recorder = new Recorder("durable") {
                @Override
                public void deliver(List<Event> events) {
                    boolean busy =
                            events.stream().anyMatch(event -> event.news().recordId() >= DELIVERED_BEFORE);
                    if (busy) {
                        stuck();
                    }
                    super.deliver(events);
                }
            };
            outbox.addSubscriber(recorder);
            for (long id = 0; id < DELIVERED_BEFORE; id++) {
                outbox.publish(new News("order.placed", "order", id, Map.of()));
            }
            recorder.nextRecords(DELIVERED_BEFORE);
            while (stores.positions().find("durable").orElseThrow().sequence() < DELIVERED_BEFORE) {
                Thread.sleep(5);
            }
            for (long id = DELIVERED_BEFORE; id < DELIVERED_BEFORE + MORE; id++) {
                outbox.publish(new News("order.placed", "order", id, Map.of()));
            }
            System.out.println(COMMITTED);
            stuck();
        }

        private static void stuck() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
