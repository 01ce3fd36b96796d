package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class QueuedImportsTest {

    private static final String HEADER = "itemNumber,label\n";

    private final TestDatabase database = new TestDatabase("imports", "shelf");
    private final ImportDesk desk = new ImportDesk(database);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    @Test
    public void importsAFile() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "1,a\n2,\"b, c\"\n");
        assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
        assertThat(job.read()).isEqualTo(2);
        assertThat(job.created()).isEqualTo(2);
        assertThat(job.progress()).isEqualTo(1);
        assertThat(job.finishedAt()).isPresent();
        assertThat(job.createdBy()).isEqualTo("admin");
        assertThat(desk.things()).containsExactly("1=a", "2=b, c");
        assertThat(desk.spooled()).isZero();
    }

    @Test
    public void findsColumnsByCodeAndLabelWhateverTheirSpelling() {
        desk.shelf();
        for (String header : new String[] {
            "itemnumber,LABEL", "Item Number;Label", " item_number \t标签", "物品编号,Ｌａｂｅｌ", "\"物品 编号\";\"标签\""
        }) {
            String separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
            assertThat(desk.run(header + "\nx" + separator + "y\n").created())
                    .as(header)
                    .isEqualTo(1);
        }
        assertThat(desk.things()).hasSize(5).containsOnly("x=y");
    }

    @Test
    public void saysWhichColumnsItIgnored() {
        desk.shelf();
        ImportJob job = desk.run("itemNumber,colour,label,\n1,red,a,\n");
        assertThat(job.rejected()).isZero();
        assertThat(desk.verdicts(job)).containsExactly("1 unknown-column");
        assertThat(desk.rejections(job).get(0).column()).isEqualTo("colour");
        assertThat(desk.things()).containsExactly("1=a");
    }

    @Test
    public void rejectsRowsWithMoreCellsThanTheHeaderAndTakesShorterOnes() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "1,a,b\n2\n\n,,\n , \n3,c\n");
        assertThat(desk.verdicts(job)).containsExactly("2 too-many-cells");
        assertThat(job.read()).isEqualTo(3);
        assertThat(desk.things()).containsExactly("2=", "3=c");
    }

    @Test
    public void rejectsANulCharacterInsideOfUtf16() {
        desk.shelf();
        byte[] bytes = ("\uFEFF" + HEADER + "1,a\0b\n2,c\n").getBytes(StandardCharsets.UTF_16BE);
        ImportJob job = desk.finished(desk.start(ImportDesk.request(), bytes));
        assertThat(desk.verdicts(job)).containsExactly("2 nul-character");
        assertThat(desk.things()).containsExactly("2=c");
    }

    @Test
    public void rejectsTheSecondRowWithAKey() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "1,a\n2,b\n1,c\n,d\n,e\n");
        assertThat(desk.verdicts(job)).containsExactly("4 duplicate-in-file");
        assertThat(job.rejected()).isEqualTo(1);
        assertThat(desk.things()).containsExactlyInAnyOrder("1=a", "2=b", "=d", "=e");
    }

    @Test
    public void countsLinesAcrossQuotedLineBreaks() {
        desk.shelf();
        ImportJob job = desk.run("itemNumber,label\r\n1,\"a\r\nb\"\r\n2,bad\r\n");
        assertThat(desk.verdicts(job)).containsExactly("4 bad-label");
    }

    @Test
    public void writesAThousandRecordsATransaction() {
        ShelfTarget shelf = desk.shelf();
        ImportJob job = desk.run(HEADER + rows(0, 2500));
        assertThat(shelf.chunks()).containsExactly(1000, 1000, 500);
        assertThat(shelf.callers()).containsOnly("admin");
        assertThat(job.created()).isEqualTo(2500);
        assertThat(desk.count()).isEqualTo(2500);
    }

    @Test
    public void aFailingChunkIsRolledBackAndThoseBeforeItStay() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + rows(0, 1500) + "x,boom\n" + rows(1500, 3000));
        assertThat(job.state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(job.errorCode()).contains("internal-error");
        assertThat(job.created()).isEqualTo(1000);
        assertThat(desk.count()).isEqualTo(1000);
        assertThat(desk.spooled()).isZero();
    }

    @Test
    public void aChunkIsWrittenAgainWhenItsTargetWasExchanged() {
        ShelfTarget old = desk.shelf();
        old.before(chunk -> {
            if (old.chunks().size() == 2) {
                desk.shelf();
                throw new IllegalStateException("the bundle was stopped");
            }
        });
        ImportJob job = desk.run(HEADER + rows(0, 3000));
        assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
        assertThat(job.created()).isEqualTo(3000);
        assertThat(desk.count()).isEqualTo(3000);
        assertThat(old.chunks()).hasSize(2);
    }

    @Test
    public void aChunkIsWrittenAgainWhenANeighbourWasAway() {
        ShelfTarget shelf = desk.shelf();
        shelf.before(chunk -> {
            if (shelf.chunks().size() == 1) {
                throw new UnavailableException("customer", Duration.ofSeconds(1));
            }
        });
        assertThat(desk.run(HEADER + rows(0, 10)).created()).isEqualTo(10);
    }

    @Test
    public void aDryRunReportsAndWritesNothing() {
        desk.shelf();
        ImportJob job = desk.run(ImportDesk.request(RowPolicy.WHOLE, true, Optional.empty()), HEADER + "1,a\n2,bad\n");
        assertThat(job.created()).isEqualTo(1);
        assertThat(desk.verdicts(job)).containsExactly("3 bad-label");
        assertThat(desk.count()).isZero();
    }

    @Test
    public void keepsNoMoreRejectionsThanAllowedButCountsAll() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "x,bad\n".replace("x", "").repeat(70));
        assertThat(job.rejected()).isEqualTo(70);
        assertThat(desk.rejections(job)).hasSize(50);
    }

    @Test
    public void cancelsBetweenTwoChunks() throws InterruptedException {
        ShelfTarget shelf = desk.shelf();
        CountDownLatch busy = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        shelf.before(chunk -> {
            busy.countDown();
            go.acquireUninterruptibly();
        });
        ImportJob job = desk.start(HEADER + rows(0, 5000));
        busy.await();
        assertThat(desk.imports().cancel(job.id())).isTrue();
        go.release(10);
        ImportJob over = desk.finished(job);
        assertThat(over.state()).isEqualTo(ImportJob.State.CANCELLED);
        assertThat(over.created()).isEqualTo(1000);
        assertThat(desk.count()).isEqualTo(1000);
        assertThat(desk.imports().cancel(job.id())).isFalse();
    }

    @Test
    public void cancelsAJobThatWaitsAndRefusesMoreThanTheQueueHolds() throws InterruptedException {
        ShelfTarget shelf = desk.shelf();
        CountDownLatch busy = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        shelf.before(chunk -> {
            busy.countDown();
            go.acquireUninterruptibly();
        });
        ImportJob first = desk.start(HEADER + "1,a\n");
        busy.await();
        ImportJob second = desk.start(HEADER + "2,b\n");
        desk.start(HEADER + "3,c\n");
        ImportJob last = desk.start(HEADER + "4,d\n");
        assertThatThrownBy(() -> desk.start(HEADER + "5,e\n")).isInstanceOf(TooManyRequestsException.class);
        assertThat(desk.imports().cancel(second.id())).isTrue();
        go.release(10);
        desk.finished(last);
        assertThat(desk.finished(first).state()).isEqualTo(ImportJob.State.DONE);
        assertThat(desk.finished(second).state()).isEqualTo(ImportJob.State.CANCELLED);
        assertThat(desk.things()).containsExactly("1=a", "3=c", "4=d");
    }

    @Test
    public void aStopLetsTheChunkEndAndTheNextStartGoesOn() throws Exception {
        ShelfTarget shelf = desk.shelf();
        CountDownLatch busy = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        shelf.before(chunk -> {
            busy.countDown();
            go.acquireUninterruptibly();
        });
        ImportJob job = desk.start("itemNumber,label,colour\n" + rows(0, 1500) + "x,bad\n" + rows(1500, 4000));
        busy.await();
        Thread stop = new Thread(desk.imports()::close);
        stop.start();
        while (stop.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        go.release(100);
        stop.join();
        assertThat(desk.count()).isEqualTo(1000);
        Files.writeString(desk.spool().resolve("import-left.csv"), "left by a crash");
        desk.restart();
        ImportJob over = desk.finished(job);
        assertThat(over.state()).isEqualTo(ImportJob.State.DONE);
        assertThat(over.read()).isEqualTo(4001);
        assertThat(over.created()).isEqualTo(4000);
        assertThat(over.rejected()).isEqualTo(1);
        assertThat(desk.verdicts(job)).containsExactly("1 unknown-column", "1502 bad-label");
        assertThat(desk.things()).hasSize(4000).doesNotHaveDuplicates();
        assertThat(shelf.callers()).containsOnly("admin");
        assertThat(desk.spooled()).isZero();
    }

    @Test
    public void aServiceThatLostItsJobToAnotherOneWritesNoMore() throws Exception {
        ShelfTarget shelf = desk.shelf();
        CountDownLatch busy = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        shelf.before(chunk -> {
            if (shelf.chunks().size() == 1) {
                busy.countDown();
                go.acquireUninterruptibly();
            }
        });
        ImportJob job = desk.start(HEADER + rows(0, 3000));
        busy.await();
        QueuedImports old = desk.imports();
        desk.restart();
        ImportJob over = desk.finished(job);
        go.release(1);
        old.close();
        assertThat(over.created()).isEqualTo(3000);
        assertThat(desk.things()).hasSize(3000).doesNotHaveDuplicates();
    }

    @Test
    public void aJobWhoseFileIsGoneIsOver() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "1,a\n");
        database.jdbc()
                .update(
                        "UPDATE CRM_IMPORTS_JOB SET STATE = 'RUNNING', FINISHED_AT = NULL WHERE ID = ?",
                        s -> s.setLong(1, job.id()));
        desk.imports().close();
        desk.restart();
        assertThat(desk.finished(job).errorCode()).contains("interrupted");
    }

    @Test
    public void showsOthersOnlyTheirOwnJobs() {
        desk.shelf();
        ImportJob job = desk.run(HEADER + "1,a\n,bad\n");
        Callers.runAs(new Caller("li", Set.of("manager")), () -> {
            assertThat(desk.imports().find(job.id())).isEmpty();
            assertThat(desk.imports().list(Optional.empty(), 10)).isEmpty();
            assertThat(desk.rejections(job)).isEmpty();
            assertThat(desk.imports().cancel(job.id())).isFalse();
        });
    }

    @Test
    public void listsTheNewestFirst() {
        desk.shelf();
        ImportJob a = desk.run(HEADER + "1,a\n");
        ImportJob b = desk.run(HEADER + "2,b\n");
        assertThat(desk.imports().list(Optional.empty(), 10))
                .extracting(ImportJob::id)
                .containsExactly(b.id(), a.id());
        assertThat(desk.imports().list(Optional.of(b.id()), 10))
                .extracting(ImportJob::id)
                .containsExactly(a.id());
        assertThat(desk.imports().list(Optional.empty(), 1)).hasSize(1);
    }

    static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append('k').append(i).append(",v\n");
        }
        return rows.toString();
    }
}
