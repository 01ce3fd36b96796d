package io.guanxi.crm.platform.history.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditCheck;
import io.guanxi.crm.platform.audit.AuditCheck.State;
import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.audit.Verification;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.FieldRights;
import io.guanxi.crm.platform.security.Scope;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class BackgroundChecksTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long PATIENCE_SECONDS = 30;

    @Parameters(name = "{0}")
    public static List<String> databases() {
        return List.of("derby", "postgresql");
    }

    private final TestDatabase database;
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules;

    private Optional<BackgroundChecks> opened = Optional.empty();

    public BackgroundChecksTest(String name) {
        database = name.equals("derby") ? new TestDatabase("history") : new TestDatabase(Postgresql.fresh(), "history");
        rules = RuleChain.outerRule(folder).around(database).around(SignedIn.administrator());
    }

    @After
    public void close() {
        opened.ifPresent(BackgroundChecks::close);
    }

    @Test
    public void whatCameOfACheckIsKept() {
        try (Trail trail = new Trail()) {
            trail.all.record(Act.of(ActKind.SIGNED_IN));
            trail.all.record(Act.of(ActKind.SIGNED_OUT));
            BackgroundChecks checks = open(trail.all::verify);

            AuditCheck first = over(checks, checks.start());
            database.jdbc().update("UPDATE CRM_HISTORY_ACT SET ACTED_BY = 'eve' WHERE KIND = 'SIGNED_OUT'", s -> {});
            AuditCheck second = over(checks, checks.start());

            assertThat(first.state()).isEqualTo(State.DONE);
            assertThat(first.startedBy()).isEqualTo("admin");
            assertThat(first.progress()).isEqualTo(1);
            Verification untouched = first.result().orElseThrow();
            assertThat(untouched.entries()).isEqualTo(2);
            assertThat(untouched.head()).isEqualTo(trail.all.head());
            assertThat(untouched.findings()).isEmpty();
            Verification touched = second.result().orElseThrow();
            assertThat(touched.isUntouched()).isFalse();
            assertThat(touched.findings()).isEqualTo(trail.all.verify().findings());
            assertThat(touched.findings()).extracting(Finding::kind).containsOnly(Finding.Kind.EDITED);

            assertThat(checks.list(Optional.empty(), 10))
                    .extracting(AuditCheck::id)
                    .containsExactly(second.id(), first.id());
            AuditCheck listed = checks.list(Optional.of(second.id() + 1), 1).get(0);
            assertThat(listed.result().orElseThrow().found()).isEqualTo(1);
            assertThat(listed.result().orElseThrow().findings()).isEmpty();
            assertThat(checks.list(Optional.of(second.id()), 10))
                    .extracting(AuditCheck::id)
                    .containsExactly(first.id());
        }
    }

    @Test
    public void anEmptyTrailIsChecked() {
        try (Trail trail = new Trail()) {
            BackgroundChecks checks = open(trail.all::verify);

            Verification result = over(checks, checks.start()).result().orElseThrow();

            assertThat(result.isUntouched()).isTrue();
            assertThat(result.head()).isEmpty();
        }
    }

    @Test
    public void tellsHowFarItIs() {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        BackgroundChecks checks = open(progress -> {
            progress.expect(10, 80);
            progress.sealed(10);
            progress.reached(40);
            half.countDown();
            await(end);
            return NOTHING;
        });

        AuditCheck started = checks.start();
        await(half);
        AuditCheck at = eventually(checks, started.id(), check -> check.progress() > 0);
        end.countDown();

        assertThat(at.state()).isEqualTo(State.RUNNING);
        assertThat(at.progress()).isEqualTo(0.5);
        assertThat(at.result()).isEmpty();
        assertThat(over(checks, started).state()).isEqualTo(State.DONE);
    }

    @Test
    public void whoAsksWhileOneRunsIsGivenThatOne() {
        CountDownLatch end = new CountDownLatch(1);
        BackgroundChecks checks = open(progress -> {
            await(end);
            return NOTHING;
        });

        AuditCheck first = checks.start();
        AuditCheck again = checks.start();
        end.countDown();
        over(checks, first);
        AuditCheck next = checks.start();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(next.id()).isGreaterThan(first.id());
        over(checks, next);
    }

    @Test
    public void oneThatIsCancelledStops() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        BackgroundChecks checks = open(progress -> {
            begun.countDown();
            try {
                while (true) {
                    progress.check();
                    Thread.onSpinWait();
                }
            } finally {
                stopped.countDown();
            }
        });

        AuditCheck started = checks.start();
        await(begun);
        boolean cancelled = checks.cancel(started.id());
        await(stopped);

        assertThat(cancelled).isTrue();
        AuditCheck left = checks.find(started.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(State.CANCELLED);
        assertThat(left.finishedAt()).isPresent();
        assertThat(checks.cancel(started.id())).isFalse();
    }

    @Test
    public void oneThatBreaksOffSaysSo() {
        BackgroundChecks checks = open(progress -> {
            throw new IllegalStateException("of the test");
        });

        AuditCheck left = over(checks, checks.start());

        assertThat(left.state()).isEqualTo(State.FAILED);
        assertThat(left.errorCode()).contains("failed");
    }

    @Test
    public void oneThatWasUnderWayWhenItsNodeWentDownIsInterrupted() {
        CountDownLatch begun = new CountDownLatch(1);
        BackgroundChecks checks = open(progress -> {
            begun.countDown();
            while (true) {
                progress.check();
                Thread.onSpinWait();
            }
        });
        AuditCheck started = checks.start();
        await(begun);

        checks.close();
        BackgroundChecks after = open(progress -> NOTHING);

        AuditCheck left = after.find(started.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(State.FAILED);
        assertThat(left.errorCode()).contains("interrupted");
        assertThat(over(after, after.start()).state()).isEqualTo(State.DONE);
    }

    @Test
    public void oneOfAnotherNodeIsGivenUntilThatIsSilent() {
        CheckTable others = new CheckTable(database.jdbc(), Clock.fixed(NOON, ZoneOffset.UTC));
        long theirs = others.insert("ada", "another node");
        BackgroundChecks soon = open(progress -> NOTHING, Clock.fixed(NOON.plusSeconds(29), ZoneOffset.UTC));
        assertThat(soon.start().id()).isEqualTo(theirs);
        soon.close();

        Clock later = Clock.fixed(NOON.plus(CheckTable.SILENCE).plusMillis(1), ZoneOffset.UTC);
        BackgroundChecks checks = open(progress -> NOTHING, later);
        AuditCheck left = checks.find(theirs).orElseThrow();

        assertThat(left.state()).isEqualTo(State.FAILED);
        assertThat(left.finishedAt()).contains(NOON);
        assertThat(others.beat(theirs, 0.9)).as("it goes on though").isFalse();
        AuditCheck ours = checks.start();
        assertThat(ours.id()).isNotEqualTo(theirs);
        over(checks, ours);
    }

    @Test
    public void fiftyAreKept() {
        CheckTable table = new CheckTable(database.jdbc(), Clock.systemUTC());
        for (int i = 0; i < 52; i++) {
            table.done(table.insert("ada", "here"), touched(i));
        }

        List<AuditCheck> kept = table.list(Optional.empty(), 100);

        assertThat(kept).hasSize(50);
        assertThat(kept.get(49).result().orElseThrow().entries()).isEqualTo(2);
        assertThat(database.jdbc().list("SELECT CHECK_ID FROM CRM_HISTORY_FINDING", s -> {}, row -> row.getLong(1)))
                .hasSize(50);
    }

    @Test
    public void isForThoseWhoMayReadTheTrail() {
        Access closed = new Access() {
            @Override
            public void require(Action action, String recordType) {
                throw new ForbiddenException();
            }

            @Override
            public Scope scope(Action action, String recordType) {
                throw new ForbiddenException();
            }

            @Override
            public FieldRights fields(String recordType) {
                throw new ForbiddenException();
            }
        };
        BackgroundChecks checks = new BackgroundChecks(
                progress -> NOTHING, database.jdbc(), database.transactions(), closed, Clock.systemUTC());
        opened = Optional.of(checks);

        assertThatThrownBy(checks::start).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> checks.find(1)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> checks.list(Optional.empty(), 1)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> checks.cancel(1)).isInstanceOf(ForbiddenException.class);
    }

    private static final Verification NOTHING = new Verification(NOON, 0, 0, 0, 0, 0, Optional.empty(), List.of(), 0);

    private static Verification touched(int entries) {
        return new Verification(
                NOON, entries, 1, 1, 0, 0, Optional.empty(), List.of(Finding.ofSeal(Finding.Kind.CUT, 7)), 1);
    }

    private BackgroundChecks open(Function<CheckProgress, Verification> verify) {
        return open(verify, Clock.systemUTC());
    }

    private BackgroundChecks open(Function<CheckProgress, Verification> verify, Clock clock) {
        BackgroundChecks checks =
                new BackgroundChecks(verify, database.jdbc(), database.transactions(), new OpenAccess(), clock);
        opened = Optional.of(checks);
        return checks;
    }

    private static AuditCheck over(BackgroundChecks checks, AuditCheck started) {
        return eventually(checks, started.id(), check -> check.state().isOver());
    }

    private static AuditCheck eventually(BackgroundChecks checks, long id, Function<AuditCheck, Boolean> state) {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        AuditCheck check = checks.find(id).orElseThrow();
        while (!state.apply(check)) {
            assertThat(System.nanoTime()).as("still " + check).isLessThan(end);
            Thread.onSpinWait();
            check = checks.find(id).orElseThrow();
        }
        return check;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The trail of this database. */
    private final class Trail implements AutoCloseable {

        final JdbcAuditTrail all = new JdbcAuditTrail(
                database.jdbc(),
                database.transactions(),
                new OpenAccess(),
                folder.getRoot().toPath().resolve("anchors"),
                Clock.systemUTC(),
                0);

        @Override
        public void close() {
            all.close();
        }
    }
}
