package io.guanxi.crm.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.felix.hc.api.Result;
import org.junit.After;
import org.junit.Test;

public class SchemaGateTest {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final SchemaHealth health = new SchemaHealth("customer");
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger undone = new AtomicInteger();

    @After
    public void stop() {
        clock.shutdownNow();
    }

    @Test
    public void opensOnceTheDatabaseAnswers() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        SchemaGate gate = gate(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new DatabaseAwayException("db/customer.changelog.xml", new SQLException("refused"));
            }
            opened.countDown();
            return undone::incrementAndGet;
        });

        gate.tryToOpen();
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
        gate.close();

        assertThat(tries).hasValue(3);
        assertThat(undone).hasValue(1);
    }

    @Test
    public void staysShutWhereTheChangelogFails() {
        SchemaGate gate = gate(() -> {
            tries.incrementAndGet();
            throw new MigrationFailedException("db/customer.changelog.xml", new SQLException("no such column"));
        });

        gate.tryToOpen();

        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
        gate.close();
        assertThat(tries).hasValue(1);
        assertThat(undone).hasValue(0);
    }

    @Test
    public void doesNotOpenAfterItWasClosed() {
        SchemaGate gate = gate(() -> {
            tries.incrementAndGet();
            return undone::incrementAndGet;
        });

        gate.close();
        gate.tryToOpen();

        assertThat(tries).hasValue(0);
    }

    private SchemaGate gate(Supplier<Runnable> opening) {
        return new SchemaGate("customer", health, opening, clock, 1);
    }
}
