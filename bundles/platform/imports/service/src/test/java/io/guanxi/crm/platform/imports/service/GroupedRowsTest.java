package io.guanxi.crm.platform.imports.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class GroupedRowsTest {

    private static final String HEADER = "itemNumber,label\n";

    private final TestDatabase database = new TestDatabase("imports", "shelf");
    private final ImportDesk desk = new ImportDesk(database, ImportDesk.limits(16 << 20, 2500));

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    @Test
    public void rowsWithTheSameKeyAreOneRecord() {
        ShelfTarget shelf = desk.shelfOfSets();
        ImportJob job = desk.run(HEADER + "1,a\n1,b\n2,c\n");
        assertThat(shelf.chunks()).containsExactly(2);
        assertThat(job.created()).isEqualTo(2);
        assertThat(job.read()).isEqualTo(3);
        assertThat(desk.things()).containsExactly("1=a", "1=b", "2=c");
    }

    @Test
    public void rowsOfARecordMayStandApart() {
        desk.shelfOfSets();
        ImportJob job = desk.run(HEADER + "1,a\n2,b\n1,c\n3,d\n2,e\n");
        assertThat(job.created()).isEqualTo(3);
        assertThat(desk.things()).containsExactly("3=d", "1=a", "1=c", "2=b", "2=e");
    }

    @Test
    public void aShuffledFileComesToTheSameRecords() {
        desk.shelfOfSets();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 9000; i++) {
            rows.add("k" + i / 3 + ",v" + i % 3);
        }
        Collections.shuffle(rows, new Random(1));
        ImportJob job = desk.run(HEADER + String.join("\n", rows));
        assertThat(job.created()).isEqualTo(3000);
        assertThat(desk.count()).isEqualTo(9000);
    }

    @Test
    public void rowsWithoutAKeyStandAlone() {
        ShelfTarget shelf = desk.shelfOfSets();
        desk.run(HEADER + ",a\n,b\n1,c\n");
        assertThat(shelf.chunks()).containsExactly(3);
    }

    @Test
    public void aBrokenRowTakesItsRecordWithIt() {
        desk.shelfOfSets();
        ImportJob job = desk.run(HEADER + "1,a\n1,b,too much\n2,c\n");
        assertThat(desk.verdicts(job)).containsExactly("2 record-rejected", "3 too-many-cells");
        assertThat(job.rejected()).isEqualTo(2);
        assertThat(desk.things()).containsExactly("2=c");
    }

    @Test
    public void aBrokenRowIsLeftOutAloneWhereAskedFor() {
        desk.shelfOfSets();
        ImportJob job = desk.run(
                ImportDesk.request(RowPolicy.LINES, false, Optional.empty()), HEADER + "1,a\n1,b,too much\n2,c\n");
        assertThat(desk.verdicts(job)).containsExactly("3 too-many-cells");
        assertThat(desk.things()).containsExactly("1=a", "2=c");
    }

    @Test
    public void aRecordIsNeverSplitBetweenTransactions() {
        ShelfTarget shelf = desk.shelfOfSets();
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 7000; i++) {
            rows.append(i < 6000 ? "big" : "k" + i).append(",v\n");
        }
        assertThat(desk.run(rows.toString()).created()).isEqualTo(1001);
        assertThat(shelf.chunks()).containsExactly(1, 1000);
    }

    @Test
    public void tellsEveryRejectedRowByLineHoweverManyThereAre() {
        desk.shelfOfSets();
        ImportJob job = desk.run(HEADER + "1,bad\n2,a,too much\n".repeat(1200));
        assertThat(job.rejected()).isEqualTo(1200 + 1);
        assertThat(desk.rejections(job)).hasSize(1201).isSortedAccordingTo(Comparator.comparing(Rejection::line));
    }

    @Test
    public void refusesARecordOfTooManyRowsBeforeItWritesAny() {
        desk.shelfOfSets();
        ImportJob job = desk.run(HEADER + "1,a\n" + "big,v\n".repeat(FirstLook.LONGEST_RECORD + 1));
        assertThat(job.errorCode()).contains("record-too-long");
        assertThat(desk.count()).isZero();
    }

    @Test
    public void refusesAFileWhoseRecordsAreScatteredAllOver() {
        desk.shelfOfSets();
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i <= FirstLook.MOST_SCATTERED; i++) {
            rows.append('k').append(i % (FirstLook.MOST_SCATTERED / 2)).append(",v\n");
        }
        ImportJob job = desk.run(rows.toString());
        assertThat(job.errorCode()).contains("too-scattered");
        assertThat(job.error().orElseThrow().en()).contains("itemNumber");
        assertThat(desk.count()).isZero();
    }
}
