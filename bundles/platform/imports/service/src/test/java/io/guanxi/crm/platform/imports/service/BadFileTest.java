package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.UnreadableFileException;
import io.guanxi.crm.platform.problem.InvalidValueException;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class BadFileTest {

    private final TestDatabase database = new TestDatabase("imports", "shelf");
    private final ImportDesk desk = new ImportDesk(database, ImportDesk.limits(32 << 20, 50));

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    @Before
    public void putUpAShelf() {
        desk.shelf();
    }

    @After
    public void leavesNoUploadBehind() throws InterruptedException {
        // The file goes a moment after the job's state says that it is over.
        for (int i = 0; i < 200 && desk.spooled() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(desk.spooled()).isZero();
    }

    @Test
    public void refusesAnEmptyFile() {
        assertRefused(new byte[0], "empty-file");
        assertRefused(" \r\n\r\n".getBytes(StandardCharsets.UTF_8), "empty-file");
        assertRefused("\uFEFF".getBytes(StandardCharsets.UTF_8), "empty-file");
    }

    @Test
    public void refusesBinaryData() {
        assertRefused(new byte[] {'i', 't', 'e', 'm', 0, 1, 2, 3}, "binary-file");
    }

    @Test
    public void refusesOtherFormatsByName() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8}, "broken-workbook");
        assertRefused("%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1), "binary-file");
    }

    @Test
    public void refusesAFileWithoutARequiredColumnAndNamesIt() {
        assertThatThrownBy(() -> desk.start("label,colour\na,b\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("missing-column")
                .hasMessageContaining("itemNumber");
    }

    @Test
    public void refusesAColumnThatIsThereTwice() {
        assertThatThrownBy(() -> desk.start("itemNumber,标签,label\n1,a,b\n"))
                .hasMessageContaining("duplicate-column")
                .hasMessageContaining("label");
    }

    @Test
    public void refusesSixteenThousandColumns() {
        assertRefused(
                ("itemNumber" + ",x".repeat(16_000) + "\n1\n").getBytes(StandardCharsets.UTF_8), "too-many-columns");
    }

    @Test
    public void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> desk.start(ImportDesk.request(), endless()))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("file-too-large");
    }

    @Test
    public void anOpenQuoteWritesNothing() {
        ImportJob job = desk.run("itemNumber,label\n" + rows(3000) + "x,\"never closed\ny,z\n");
        assertFailed(job, "open-quote", "line 3002");
    }

    @Test
    public void aQuoteInTheMiddleOfACellWritesNothing() {
        ImportJob job = desk.run("itemNumber,label\n" + rows(10) + "x,\"12\" screen\"\n");
        assertFailed(job, "broken-quote", "line 12");
    }

    @Test
    public void aCellOfTenMegabytesWritesNothing() {
        ImportJob job = desk.run("itemNumber,label\n" + rows(10) + "x," + "y".repeat(10 << 20) + "\n");
        assertFailed(job, "field-too-long", "line 12");
        assertFailed(
                desk.run("itemNumber,label\nx,\"" + "line\n".repeat(2 << 20) + "\"\n"), "field-too-long", "line 2");
    }

    @Test
    public void aCellMayHaveSixtyFourKilobytesAndNoMore() {
        desk.targets().replace(new ShelfTarget(database.jdbc(), false));
        String longest = "y".repeat(CsvRows.LONGEST_CELL);
        assertFailed(desk.run("itemNumber,label\n1," + longest + "z\n"), "field-too-long", "line 2");
        ImportRequest dryRun = ImportDesk.request(RowPolicy.WHOLE, true, Optional.empty());
        assertThat(desk.run(dryRun, "itemNumber,label\n1," + longest + "\n").state())
                .isEqualTo(ImportJob.State.DONE);
    }

    @Test
    public void refusesAnUnknownType() {
        ImportRequest request =
                new ImportRequest("spaceships", "a.csv", ImportMode.UPSERT, RowPolicy.WHOLE, false, Optional.empty());
        assertThatThrownBy(() -> desk.start(request, new byte[] {'a'})).isInstanceOf(InvalidValueException.class);
    }

    @Test
    public void readsGbkWithoutBeingTold() {
        byte[] gbk = "物品编号;标签\n一;上海星辰科技\n".getBytes(Charset.forName("GBK"));
        ImportJob job = desk.finished(desk.start(ImportDesk.request(), gbk));
        assertThat(job.request().charset()).contains(Charset.forName("GB18030"));
        assertThat(desk.things()).containsExactly("一=上海星辰科技");
    }

    @Test
    public void readsUtf16WithAMark() {
        byte[] bytes = "\uFEFF物品编号\t标签\n一\t😀\n".getBytes(StandardCharsets.UTF_16LE);
        desk.finished(desk.start(ImportDesk.request(), bytes));
        assertThat(desk.things()).containsExactly("一=😀");
    }

    private void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> desk.start(ImportDesk.request(), bytes))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(desk.imports().list(Optional.empty(), 10)).isEmpty();
    }

    private void assertFailed(ImportJob job, String code, String where) {
        assertThat(job.state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(job.errorCode()).contains(code);
        assertThat(job.error().orElseThrow().en()).contains(where);
        assertThat(desk.count()).isZero();
    }

    private static String rows(int n) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < n; i++) {
            rows.append('k').append(i).append(",v\n");
        }
        return rows.toString();
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }
}
