package io.guanxi.crm.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.persistence.Collision;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.UnavailableException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Two transactions take the same two rows in opposite order. */
public class CollisionTest {

    @Rule
    public final TestDatabase database = new TestDatabase("testing");

    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private final AtomicInteger attempts = new AtomicInteger();
    // Only the first two attempts wait for each other.
    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

    @BeforeClass
    public static void lookForDeadlocksAtOnce() {
        System.setProperty("derby.locks.deadlockTimeout", "1");
    }

    @Before
    public void rows() {
        for (int id : List.of(1, 2)) {
            database.jdbc().update("INSERT INTO CRM_TESTING (ID) VALUES (?)", s -> s.setInt(1, id));
        }
    }

    @After
    public void end() {
        two.shutdownNow();
    }

    @Test
    public void theOneThatHadToGiveWayIsDoneAgain() throws Exception {
        Future<Integer> up = two.submit(() -> database.transactions().callRepeatably(() -> takeBoth(1, 2)));
        Future<Integer> down = two.submit(() -> database.transactions().callRepeatably(() -> takeBoth(2, 1)));

        assertThat(up.get(1, TimeUnit.MINUTES) + down.get(1, TimeUnit.MINUTES)).isEqualTo(4);
        assertThat(attempts).hasValue(3);
    }

    @Test
    public void workThatCannotBeRepeatedIsToldToComeAgain() {
        Future<Integer> up = two.submit(() -> database.transactions().call(() -> takeBoth(1, 2)));
        Future<Integer> down = two.submit(() -> database.transactions().call(() -> takeBoth(2, 1)));

        assertThatThrownBy(() -> {
                    up.get(1, TimeUnit.MINUTES);
                    down.get(1, TimeUnit.MINUTES);
                })
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(UnavailableException.class)
                .matches(Collision::is)
                .hasMessageContaining("Nothing was stored");
        assertThat(attempts).hasValue(2);
    }

    @Test
    public void otherFailuresStayWhatTheyAre() {
        assertThatThrownBy(() -> database.transactions().callRepeatably(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("boom");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    private int takeBoth(int first, int second) {
        boolean early = attempts.incrementAndGet() <= 2;
        int taken = take(first);
        if (early) {
            meet();
        }
        return taken + take(second);
    }

    private int take(int id) {
        Jdbc jdbc = database.jdbc();
        return jdbc.update("UPDATE CRM_TESTING SET ID = ID WHERE ID = ?", s -> s.setInt(1, id));
    }

    private void meet() {
        try {
            bothHoldOne.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
