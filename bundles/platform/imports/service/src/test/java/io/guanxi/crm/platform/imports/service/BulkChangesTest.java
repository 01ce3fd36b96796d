package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.crm.platform.imports.BulkAction;
import io.guanxi.crm.platform.imports.BulkJob;
import io.guanxi.crm.platform.imports.BulkRequest;
import io.guanxi.crm.platform.imports.BulkTarget;
import io.guanxi.crm.platform.imports.ImportJob.State;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoJob;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.Postgresql;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class BulkChangesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final ShelfBulk shelf;
    private Optional<QueuedBulkChanges> service = Optional.empty();

    @Rule
    public final RuleChain rules;

    public BulkChangesTest(String name, Supplier<TestDatabase> databases) {
        database = databases.get();
        shelf = new ShelfBulk(database.jdbc());
        rules = RuleChain.outerRule(SignedIn.administrator()).around(database);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Supplier<TestDatabase> derby = () -> new TestDatabase("imports", "shelf");
        Supplier<TestDatabase> postgresql = () -> new TestDatabase(Postgresql.fresh(), "imports", "shelf");
        return List.of(new Object[] {"Derby", derby}, new Object[] {"PostgreSQL", postgresql});
    }

    @Before
    public void open() {
        restart();
    }

    @After
    public void close() {
        bulk().close();
    }

    private void restart() {
        service = Optional.of(new QueuedBulkChanges(
                new FixedTargets<BulkTarget>(BulkTarget::type, List.of(shelf)),
                database.dataSource(),
                database.transactions(),
                new OpenAccess(),
                PATIENCE));
    }

    private QueuedBulkChanges bulk() {
        return service.orElseThrow();
    }

    @Test
    public void changesEveryRecordAndTakesItBack() {
        put(250, "old");

        BulkJob job = finished(start("new label", 250));

        assertThat(job.total()).isEqualTo(250);
        assertThat(job.job().state()).isEqualTo(State.DONE);
        assertThat(job.job().read()).isEqualTo(250);
        assertThat(job.job().updated()).isEqualTo(250);
        assertThat(job.job().progress()).isEqualTo(1.0);
        assertThat(labels("new label")).isEqualTo(250);
        assertThat(shelf.callers()).containsOnly("admin").hasSize(250);

        assertThat(undone(job)).isEqualTo(new UndoJob(State.DONE, 250, 250, 0));
        assertThat(labels("old")).isEqualTo(250);
        assertThat(rest("CRM_IMPORTS_BULK")).isZero();
        assertThat(rest("CRM_IMPORTS_UNDO")).isZero();
    }

    @Test
    public void aRecordThatBreaksARuleIsToldAndTheOthersAreChanged() {
        put(120, "old");
        label(7, "stuck");
        label(110, "new");

        BulkJob job = finished(start("new", 121));

        assertThat(job.job().state()).isEqualTo(State.DONE);
        assertThat(job.job().read()).isEqualTo(121);
        assertThat(job.job().updated()).isEqualTo(118);
        assertThat(job.job().unchanged()).isEqualTo(1);
        assertThat(job.job().rejected()).isEqualTo(2);
        assertThat(bulk().rejections(job.id(), 0, 10))
                .extracting(Rejection::line, Rejection::column, Rejection::code)
                .containsExactly(tuple(7L, "label", "stuck"), tuple(121L, "id", "unknown-thing"));
        assertThat(bulk().rejections(job.id(), 1, 10)).hasSize(1);
        assertThat(labels("new")).isEqualTo(119);
    }

    @Test
    public void refusesMoreThanTheCallerHasSeenAndChangesNothing() {
        put(5, "old");

        assertThatThrownBy(() -> bulk().start(request("new"), ids(5), OptionalLong.of(4)))
                .isInstanceOfSatisfying(ConflictException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(tuple("expected", "more-than-seen")));

        assertThat(bulk().list(Optional.empty(), 10)).isEmpty();
        assertThat(rest("CRM_IMPORTS_BULK")).isZero();
        assertThat(labels("old")).isEqualTo(5);
        assertThat(finished(bulk().start(request("new"), ids(5), OptionalLong.of(6)))
                        .job()
                        .updated())
                .isEqualTo(5);
    }

    @Test
    public void refusesWhatTheTypeCannotDo() {
        BulkRequest archive = new BulkRequest("things", BulkAction.ARCHIVE, Optional.empty(), Optional.empty());
        BulkRequest nothing = new BulkRequest("nothings", BulkAction.PATCH, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> bulk().start(archive, ids(1), OptionalLong.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> bulk().start(nothing, ids(1), OptionalLong.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThat(bulk().list(Optional.empty(), 10)).isEmpty();
    }

    @Test
    public void goesOnBehindAStopAndForgetsNoneOfTheUndo() {
        put(350, "old");
        shelf.before(id -> {
            if (id == 201) {
                throw new JobStoppedException();
            }
        });
        BulkJob job = start("new label", 350);
        while (labels("new label") < 200) {
            Thread.onSpinWait();
        }
        bulk().close();
        shelf.before(id -> {});

        restart();

        BulkJob end = finished(job);
        assertThat(end.job().read()).isEqualTo(350);
        assertThat(end.job().updated()).isEqualTo(350);
        assertThat(shelf.callers()).hasSize(350);
        assertThat(undone(job)).isEqualTo(new UndoJob(State.DONE, 350, 350, 0));
        assertThat(labels("old")).isEqualTo(350);
    }

    @Test
    public void anUndoGoesOnBehindAStop() {
        put(350, "old");
        BulkJob job = finished(start("new label", 350));
        shelf.before(id -> {
            if (id == 150) {
                throw new JobStoppedException();
            }
        });
        bulk().undo(job.id());
        while (labels("old") < 150) {
            Thread.onSpinWait();
        }
        bulk().close();
        shelf.before(id -> {});

        restart();

        assertThat(undoOf(job)).isEqualTo(new UndoJob(State.DONE, 350, 350, 0));
        assertThat(labels("old")).isEqualTo(350);
    }

    @Test
    public void canBeCancelledAndTheRestStays() throws InterruptedException {
        put(300, "old");
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        shelf.before(id -> {
            if (id == 150) {
                reached.countDown();
                await(cancelled);
            }
        });
        BulkJob job = start("new label", 300);
        reached.await();
        assertThat(bulk().cancel(job.id())).isTrue();
        cancelled.countDown();

        BulkJob end = finished(job);

        assertThat(end.job().state()).isEqualTo(State.CANCELLED);
        assertThat(end.job().read()).isEqualTo(200);
        assertThat(labels("new label")).isEqualTo(200);
        assertThat(bulk().cancel(job.id())).isFalse();
        assertThat(undone(job)).isEqualTo(new UndoJob(State.DONE, 200, 200, 0));
        assertThat(rest("CRM_IMPORTS_BULK")).isZero();
    }

    @Test
    public void anUndoLeavesWhatWasChangedSinceAndWhatHasNoWayBack() {
        put(4, "old");
        label(3, "lost");
        BulkJob job = finished(start("new", 4));
        label(2, "somebody else's");

        assertThat(undone(job)).isEqualTo(new UndoJob(State.DONE, 4, 2, 2));

        assertThat(bulk().conflicts(job.id(), 0, 10))
                .extracting(UndoConflict::record, UndoConflict::code)
                .containsExactlyInAnyOrder(tuple(2L, "changed-since"), tuple(3L, "lost"));
        assertThat(labels("old")).isEqualTo(2);
        assertThat(labels("new")).isEqualTo(1);
    }

    @Test
    public void whatHasNoWayBackIsNotUndoable() {
        put(3, "old");
        BulkRequest confirm = new BulkRequest("things", BulkAction.CONFIRM, Optional.empty(), Optional.empty());

        BulkJob job = finished(bulk().start(confirm, ids(3), OptionalLong.empty()));

        assertThat(job.job().updated()).isEqualTo(3);
        assertThat(job.job().undoable()).isFalse();
        assertThatThrownBy(() -> bulk().undo(job.id())).isInstanceOf(ConflictException.class);
    }

    @Test
    public void othersDoNotSeeIt() {
        put(1, "old");
        BulkJob job = finished(start("new", 1));

        Callers.runAs(new Caller("somebody", Set.of("manager")), () -> {
            assertThat(bulk().find(job.id())).isEmpty();
            assertThat(bulk().list(Optional.empty(), 10)).isEmpty();
            assertThat(bulk().cancel(job.id())).isFalse();
        });
        assertThat(bulk().list(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    public void nothingToChangeIsDoneAtOnce() {
        BulkJob job = finished(start("new", 0));

        assertThat(job.job().state()).isEqualTo(State.DONE);
        assertThat(job.job().undoable()).isFalse();
    }

    private BulkJob start(String label, int records) {
        return bulk().start(request(label), ids(records), OptionalLong.of(records));
    }

    private static BulkRequest request(String label) {
        return new BulkRequest("things", BulkAction.PATCH, Optional.of(label), Optional.empty());
    }

    /** From 1 on, thirty at a time. */
    private static Supplier<long[]> ids(int records) {
        int[] given = {0};
        return () -> {
            int from = given[0];
            given[0] = Math.min(records, from + 30);
            return LongStream.rangeClosed(from + 1, given[0]).toArray();
        };
    }

    private BulkJob finished(BulkJob job) {
        BulkJob now = bulk().find(job.id()).orElseThrow();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!now.job().state().isOver() && System.nanoTime() < end) {
            Thread.onSpinWait();
            now = bulk().find(job.id()).orElseThrow();
        }
        return now;
    }

    private UndoJob undone(BulkJob job) {
        assertThat(bulk().undo(job.id()).job().undo()).isPresent();
        return undoOf(job);
    }

    private UndoJob undoOf(BulkJob job) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        UndoJob undo = bulk().find(job.id()).orElseThrow().job().undo().orElseThrow();
        while (!undo.state().isOver() && System.nanoTime() < end) {
            undo = bulk().find(job.id()).orElseThrow().job().undo().orElseThrow();
        }
        return undo;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(int things, String label) {
        for (int i = 1; i <= things; i++) {
            int record = i;
            database.jdbc().update("INSERT INTO CRM_SHELF (ITEM, LABEL, RECORD) VALUES ('x', ?, ?)", s -> {
                s.setString(1, label);
                s.setInt(2, record);
            });
        }
    }

    private void label(long record, String label) {
        database.jdbc().update("UPDATE CRM_SHELF SET LABEL = ? WHERE RECORD = ?", s -> {
            s.setString(1, label);
            s.setLong(2, record);
        });
    }

    private int labels(String label) {
        return database.jdbc()
                .first(
                        "SELECT COUNT(*) FROM CRM_SHELF WHERE LABEL = ?",
                        s -> s.setString(1, label),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    private int rest(String table) {
        return database.jdbc()
                .first("SELECT COUNT(*) FROM " + table, Jdbc.NONE, row -> row.getInt(1))
                .orElseThrow();
    }
}
