package io.guanxi.crm.customer.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.testing.EveryField;
import io.guanxi.crm.platform.testing.FileExchange;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.RecordedUndo;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class PersonsTargetTest {

    private static final String HEADER = "customerCode|name|phones|" + EveryField.HEADER;

    private final TestDatabase database = new TestDatabase("customer", "fields", "history");

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator()).around(database);

    private FileDesk desk;
    private long other;

    @Before
    public void open() {
        desk = new FileDesk(database);
        FileRows.of("code|name", "C-1|甲").into(desk.customers, database.transactions());
        write("C-1|王五||" + EveryField.blanks());
        other = desk.person("王五");
    }

    @After
    public void close() {
        desk.close();
    }

    @Test
    public void aWrongCustomValueRejectsItsRowAlone() {
        ChunkOutcome outcome = FileRows.of(
                        "customerCode|name|custom.choice|custom.other", "C-1|李四|好|", "C-1|赵六|x|", "C-1|孙七||4711")
                .into(desk.persons, database.transactions());

        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.rejections())
                .extracting(r -> r.line() + " " + r.column() + " " + r.code())
                .containsExactly("3 custom.choice unknown-choice", "4 custom.other unknown-record");
    }

    @Test
    public void theHistoryTellsWhatFilesChanged() {
        write("C-1|李四|139|" + EveryField.cells(other));
        write("C-1|李四|138|" + EveryField.changed(other));
        write("C-1|李四|138|" + EveryField.changed(other));

        assertThat(desk.history("person", desk.person("李四")))
                .containsExactly("CHANGED phones custom.number custom.text", "CREATED");
    }

    @Test
    public void anUndoArchivesWhatIsNewAndBringsBackWhatWas() {
        write("C-1|李四|139|" + EveryField.cells(other));
        String before = exported();
        RecordedUndo undo = write("C-1|李四|138|" + EveryField.changed(other), "C-1|赵六|137|" + EveryField.cells(other));

        assertThat(undone(undo)).isEqualTo(new UndoOutcome(2, List.of()));

        assertThat(exported()).isEqualTo(before);
        assertThat(desk.outbox.topics()).endsWith("person.archived", "person.changed");
        assertThat(desk.history("person", desk.person("李四")))
                .startsWith("CHANGED phones custom.number custom.text", "CHANGED phones custom.number custom.text");
        assertThat(desk.history("person", desk.person("赵六"))).containsExactly("ARCHIVED", "CREATED");
    }

    @Test
    public void anUndoLeavesWhatWasChangedSince() {
        RecordedUndo created = write("C-1|李四|139|" + EveryField.cells(other), "C-1|赵六|137|" + EveryField.blanks());
        RecordedUndo updated = write("C-1|李四|138|" + EveryField.cells(other));
        write("C-1|李四|136|" + EveryField.cells(other));
        String before = exported();

        UndoOutcome outcome = undone(updated);

        assertThat(outcome.reverted()).isZero();
        assertThat(outcome.conflicts()).containsExactly(UndoConflict.changedSince(desk.person("李四")));
        assertThat(exported()).isEqualTo(before);
        assertThat(undone(created).conflicts()).containsExactly(UndoConflict.changedSince(desk.person("李四")));
        assertThat(exported()).contains("李四").doesNotContain("赵六");
    }

    @Test
    public void theSameFileBringsUndonePersonsBackWithTheirValues() {
        String row = "C-1|李四|139|" + EveryField.cells(other);
        RecordedUndo undo = write(row);
        String before = exported();
        undone(undo);
        assertThat(exported()).doesNotContain("李四");

        assertThat(FileRows.of(HEADER, row).into(desk.persons, database.transactions()))
                .isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));

        assertThat(exported()).isEqualTo(before);
    }

    private String exported() {
        return FileExchange.text(desk.personsOut, ExportFormat.NDJSON);
    }

    private UndoOutcome undone(RecordedUndo undo) {
        return database.transactions().call(() -> desk.persons.undo(undo.entries()));
    }

    private RecordedUndo write(String... rows) {
        RecordedUndo undo = new RecordedUndo();
        assertThat(FileRows.of(HEADER, rows)
                        .into(desk.persons, database.transactions(), undo)
                        .rejections())
                .isEmpty();
        return undo;
    }
}
