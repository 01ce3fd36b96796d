package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.RejectedRow;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.UndoJob;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class UndoTest {

    private static final String HEADER = "itemNumber,label\n";

    private final TestDatabase database = new TestDatabase("imports", "shelf");
    private final ImportDesk desk = new ImportDesk(database);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    @Test
    public void takesEveryChunkBack() {
        desk.shelf();
        desk.run(HEADER + "kept,a\n");
        ImportJob job = desk.run(HEADER + QueuedImportsTest.rows(0, 2500));
        assertThat(job.undoable()).isTrue();

        desk.imports().undo(job.id());

        assertThat(undone(job)).isEqualTo(new UndoJob(ImportJob.State.DONE, 2500, 2500, 0));
        assertThat(desk.things()).containsExactly("kept=a");
        assertThat(desk.imports().find(job.id()).orElseThrow().undoable()).isFalse();
        assertThatThrownBy(() -> desk.imports().undo(job.id())).isInstanceOf(ConflictException.class);
    }

    @Test
    public void leavesWhatWasChangedSinceAndTellsSo() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "1,a\n2,b\n3,c\n");
        database.jdbc().update("UPDATE CRM_SHELF SET LABEL = 'mine' WHERE ITEM = '2'", s -> {});

        desk.imports().undo(job.id());

        assertThat(undone(job)).isEqualTo(new UndoJob(ImportJob.State.DONE, 3, 2, 1));
        assertThat(desk.things()).containsExactly("2=mine");
        assertThat(desk.imports().conflicts(job.id(), 0, 10))
                .extracting(conflict -> conflict.code())
                .containsExactly("changed-since");
    }

    @Test
    public void goesOnBehindAStop() {
        ShelfTarget shelf = desk.shelf();
        ImportJob job = desk.run(HEADER + QueuedImportsTest.rows(0, 3000));
        shelf.beforeUndo(() -> {
            if (desk.count() == 2000) {
                throw new JobStoppedException();
            }
        });
        desk.imports().undo(job.id());
        while (desk.count() > 2000) {
            Thread.onSpinWait();
        }
        desk.imports().close();
        shelf.beforeUndo(() -> {});

        desk.restart();

        assertThat(undone(job)).isEqualTo(new UndoJob(ImportJob.State.DONE, 3000, 3000, 0));
        assertThat(desk.count()).isZero();
    }

    @Test
    public void neitherADryRunNorAnEmptyOneCanBeUndone() {
        desk.shelf();
        ImportJob dry = desk.run(ImportDesk.request(RowPolicy.WHOLE, true, Optional.empty()), HEADER + "1,a\n");
        ImportJob empty = desk.run(HEADER + "1,bad\n");

        assertThat(dry.undoable()).isFalse();
        assertThat(empty.undoable()).isFalse();
        assertThatThrownBy(() -> desk.imports().undo(dry.id())).isInstanceOf(ConflictException.class);
    }

    @Test
    public void rejectedRowsKeepTheirCells() {
        desk.shelf();
        ImportJob job = desk.run("label,itemNumber,colour\nbad,\"1, \"\"x\"\"\n\",red\na,2,\nb,2,,4\nbad,3,\n");

        assertThat(desk.imports().header(job.id())).containsExactly("label", "itemNumber", "colour");
        List<RejectedRow> rows = new ArrayList<>();
        desk.imports().rejectedRows(job.id(), rows::add);
        assertThat(rows).extracting(RejectedRow::line).containsExactly(1L, 2L, 5L, 6L);
        assertThat(rows)
                .extracting(RejectedRow::cells)
                .containsExactly(
                        List.of(), List.of("bad", "1, \"x\"\n", "red"), List.of("b", "2", ""), List.of("bad", "3", ""));
    }

    @Test
    public void theReasonsOfRejectedRowsArePassedOver() {
        desk.shelf();
        ImportJob job = desk.run("itemNumber,label,reject:line,reject:code\n1,a,7,bad-label\n");

        assertThat(desk.verdicts(job)).isEmpty();
        assertThat(desk.things()).containsExactly("1=a");
    }

    private UndoJob undone(ImportJob job) {
        UndoJob undo = desk.imports().find(job.id()).orElseThrow().undo().orElseThrow();
        while (!undo.state().isOver()) {
            undo = desk.imports().find(job.id()).orElseThrow().undo().orElseThrow();
        }
        return undo;
    }
}
