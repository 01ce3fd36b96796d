package io.guanxi.crm.platform.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.JobStatus;
import io.guanxi.crm.platform.jobs.Run;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.jobs.UnknownJobException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class LeasedJobsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Rule
    public final TestDatabase database;

    @Rule
    public final SignedIn signedIn = SignedIn.administrator();

    private final Time time = new Time();
    private final LeasedJobs one;
    private final LeasedJobs two;

    public LeasedJobsTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        one = node(database, time, "one");
        two = node(database, time, "two");
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("jobs");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "jobs");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @After
    public void stop() {
        one.deactivate();
        two.deactivate();
    }

    @Test
    public void runsADailyJobOnceADayOnOneOfTwoNodes() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Schedule daily = Schedule.daily(LocalTime.of(3, 0), ZoneId.of("Asia/Shanghai"));
        add(new Task("daily", daily, run -> runs.incrementAndGet()));
        tick();
        assertThat(runs).hasValue(0);
        assertThat(status().nextRunAt()).contains(Instant.parse("2026-03-01T19:00:00Z"));
        assertThat(status().schedule()).isEqualTo("0 3 * * * Asia/Shanghai");

        for (int hour = 0; hour < 72; hour++) {
            time.now = time.now.plus(Duration.ofHours(1));
            tick();
        }

        assertThat(runs).hasValue(3);
        assertThat(one.runs("daily", Optional.empty(), 10))
                .extracting(Run::outcome)
                .containsOnly(Optional.of(Run.Outcome.DONE))
                .hasSize(3);
    }

    @Test
    public void makesUpForMissedTimesByOneRun() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        add(new Task("daily", Schedule.daily(LocalTime.NOON, ZoneOffset.UTC), run -> runs.incrementAndGet()));
        tick();
        time.now = time.now.plus(Duration.ofDays(10));
        tick();
        tick();

        assertThat(runs).hasValue(1);
        assertThat(status().nextRunAt()).contains(Instant.parse("2026-03-11T12:00:00Z"));
    }

    @Test
    public void runsAOneOffJobOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        add(new Task("once", Schedule.once(START.plusSeconds(60)), run -> runs.incrementAndGet()));
        for (int i = 0; i < 5; i++) {
            tick();
            time.now = time.now.plusSeconds(30);
        }
        assertThat(runs).hasValue(1);
        assertThat(status().nextRunAt()).isEmpty();
    }

    @Test
    public void writesDownWhatFailedAndGoesOn() throws Exception {
        add(new Task("broken", Schedule.every(Duration.ofMinutes(5)), run -> {
            throw new NoClassDefFoundError("gone\nat some internal place");
        }));
        tick();

        Run run = status().lastRun().orElseThrow();
        assertThat(run.outcome()).contains(Run.Outcome.FAILED);
        assertThat(run.error()).contains("NoClassDefFoundError: gone");
        assertThat(status().nextRunAt()).contains(START.plus(Duration.ofMinutes(5)));
        assertThat(status().state()).isEqualTo(JobStatus.State.IDLE);
    }

    @Test
    public void isStartedAndCancelledByHand() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        add(new Task("long", Schedule.onDemand(), run -> {
            begun.countDown();
            while (!run.isCancelled()) {
                Thread.onSpinWait();
            }
            ended.countDown();
        }));
        one.runner().tick();
        assertThatThrownBy(() -> one.cancel("long")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> one.start("short")).isInstanceOf(UnknownJobException.class);

        two.start("long");
        one.runner().tick();
        begun.await();
        assertThat(two.list().get(0).state()).isEqualTo(JobStatus.State.RUNNING);
        assertThat(two.list().get(0).node()).isPresent();
        assertThatThrownBy(() -> two.start("long")).isInstanceOf(ConflictException.class);
        two.cancel("long");
        one.runner().tick();
        two.runner().tick();
        ended.await();
        settle();

        Run run = status().lastRun().orElseThrow();
        assertThat(run.outcome()).contains(Run.Outcome.CANCELLED);
        assertThat(run.manual()).isTrue();
        assertThat(run.id()).isPositive();
    }

    @Test
    public void takesOverFromANodeThatDied() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        one.addJob(new Task("work", Schedule.every(Duration.ofHours(1)), run -> await(never)));
        two.addJob(new Task("work", Schedule.every(Duration.ofHours(1)), run -> runs.incrementAndGet()));
        one.runner().tick();
        time.now = time.now.plus(LEASE).minusSeconds(1);
        two.runner().tick();
        assertThat(runs).hasValue(0);

        time.now = time.now.plusSeconds(2);
        two.runner().tick();
        settle(two);

        assertThat(runs).hasValue(1);
        List<Run> history = two.runs("work", Optional.empty(), 10);
        assertThat(history.get(0).outcome()).contains(Run.Outcome.DONE);
        assertThat(history.get(1).error()).contains("the node went away");
        assertThat(two.runs("work", Optional.of(history.get(0).id()), 10)).containsExactly(history.get(1));

        never.countDown();
        settle(one);
        assertThat(two.runs("work", Optional.empty(), 10)).isEqualTo(history);
    }

    @Test
    public void keepsTheLastHundredRuns() throws Exception {
        add(new Task("often", Schedule.every(Duration.ofSeconds(1)), run -> {}));
        for (int i = 0; i < RunTable.KEPT + 5; i++) {
            tick();
            time.now = time.now.plusSeconds(2);
        }
        assertThat(one.runs("often", Optional.empty(), 1000)).hasSize(RunTable.KEPT);
    }

    @Test
    public void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> one.addJob(new Task("bad", Schedule.cron("61 * * * *", ZoneOffset.UTC), run -> {})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LeasedJobs node(TestDatabase database, Clock time, String name) {
        return new LeasedJobs(database.dataSource(), database.transactions(), new OpenAccess(), time, name, LEASE);
    }

    private void add(Job job) {
        one.addJob(job);
        two.addJob(job);
    }

    private void tick() throws InterruptedException {
        one.runner().tick();
        two.runner().tick();
        settle();
    }

    private void settle() throws InterruptedException {
        settle(one);
        settle(two);
    }

    private static void settle(LeasedJobs node) throws InterruptedException {
        while (!node.runner().isIdle()) {
            Thread.sleep(2);
        }
    }

    private JobStatus status() {
        return one.list().get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Task(String name, Schedule schedule, Consumer<JobRun> work) implements Job {

        @Override
        public Text label() {
            return new Text("Task", "任务");
        }

        @Override
        public void run(JobRun run) {
            work.accept(run);
        }
    }

    private static final class Time extends Clock {

        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
