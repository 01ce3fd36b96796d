package io.guanxi.crm.contact.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.contact.service.InteractionValues;
import io.guanxi.crm.contact.service.exports.InteractionsExport;
import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.customer.service.imports.CustomersTarget;
import io.guanxi.crm.customer.service.imports.PersonsTarget;
import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.fields.FieldCatalog;
import io.guanxi.crm.platform.fields.service.JdbcFieldCatalog;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.imports.service.QueuedImports;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.testing.EveryField;
import io.guanxi.crm.platform.testing.FileExchange;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.HistoryText;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedOutbox;
import io.guanxi.crm.platform.testing.RecordedUndo;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

public class InteractionsTargetTest {

    private static final String HEADER = "customerCode|channel|at|subject|result|persons|" + EveryField.HEADER;

    private final TestDatabase database = new TestDatabase("imports", "customer", "contact", "fields", "history");
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(folder).around(database);

    private final OpenAccess access = new OpenAccess();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private JdbcFieldCatalog catalog;
    private JdbcChangeLog log;
    private InteractionsTarget target;
    private InteractionsExport export;
    private long other;

    @Before
    public void open() {
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new InteractionValues(database.dataSource()));
        EveryField.define(catalog, "interaction");
        log = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<CustomerDirectory> directory = Neighbour.fixed(new JdbcCustomerDirectory(database.dataSource()));
        Neighbour<CustomerScopes> scopes =
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC()));
        Neighbour<FieldCatalog> fields = Neighbour.fixed(catalog);
        target = new InteractionsTarget(
                database.dataSource(),
                outbox,
                access,
                directory,
                scopes,
                fields,
                log,
                ZoneOffset.UTC,
                Clock.systemUTC());
        export = new InteractionsExport(database.dataSource(), access, directory, scopes, fields);
        FileRows.of("code|name", "C-1|甲")
                .into(new CustomersTarget(database.dataSource(), outbox, access), database.transactions());
        FileRows.of("customerCode|name", "C-1|李四", "C-1|王五")
                .into(new PersonsTarget(database.dataSource(), outbox, access), database.transactions());
        write("C-1|call|2026-01-01|first|||" + EveryField.blanks());
        other = id("first");
    }

    @After
    public void close() {
        catalog.close();
    }

    @Test
    public void anExportComesBackUnchangedWhateverItsFormatAndHeader() throws IOException {
        write("C-1|visit|2026-01-02 08:30|=2+2|-好|王五;李四|" + EveryField.cells(other));
        try (QueuedImports imports = new QueuedImports(
                List.of(target),
                database.dataSource(),
                database.transactions(),
                access,
                folder.getRoot().toPath())) {
            assertThat(FileExchange.changedByTheWay(imports, export, 2)).isEmpty();
        }
    }

    @Test
    public void ndjsonHasCustomFieldsAsTheListHas() {
        write("C-1|visit|2026-01-02|second|||" + EveryField.cells(other));

        List<String> lines = exported().lines().toList();

        assertThat(lines.get(0)).contains("first").doesNotContain("custom\"");
        assertThat(lines.get(1)).endsWith("," + EveryField.json(other) + "}");
    }

    @Test
    public void customValuesAreWrittenAndBlankOnesClear() {
        write("C-1|visit|2026-01-02|second|||" + EveryField.cells(other));
        assertThat(FileRows.of("customerCode|channel|at|subject|result", "C-1|visit|2026-01-02|second|good")
                        .into(target, database.transactions()))
                .isEqualTo(new ChunkOutcome(0, 1, 0, List.of()));
        assertThat(exported()).endsWith("\"result\":\"good\",\"by\":\"admin\"," + EveryField.json(other) + "}\n");

        write("C-1|visit|2026-01-02|second|good||" + EveryField.blanks());
        assertThat(exported()).doesNotContain("custom\"");
    }

    @Test
    public void aWrongCustomValueRejectsItsRowAlone() {
        ChunkOutcome outcome = FileRows.of(
                        "customerCode|channel|at|subject|custom.date|custom.money",
                        "C-1|call|2026-02-01|a|2026/3/1|1.50 CNY",
                        "C-1|call|2026-02-01|b|soon|",
                        "C-1|call|2026-02-01|c||12")
                .into(target, database.transactions());

        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.rejections())
                .extracting(r -> r.line() + " " + r.column() + " " + r.code())
                .containsExactly("3 custom.date invalid-date", "4 custom.money invalid-money");
    }

    @Test
    public void theHistoryTellsWhatFilesChanged() {
        write("C-1|visit|2026-01-02|second|||" + EveryField.cells(other));
        write("C-1|visit|2026-01-02|second|good|李四|" + EveryField.changed(other));
        write("C-1|visit|2026-01-02|second|good|李四|" + EveryField.changed(other));

        assertThat(history(id("second")))
                .containsExactly("CHANGED personIds result custom.number custom.text", "CREATED");
    }

    @Test
    public void anUndoArchivesWhatIsNewAndBringsBackWhatWas() {
        write("C-1|visit|2026-01-02|second||王五|" + EveryField.cells(other));
        String before = exported();
        RecordedUndo undo = write(
                "C-1|visit|2026-01-02|second|good|李四|" + EveryField.changed(other),
                "C-1|call|2026-01-03|third|||" + EveryField.cells(other));

        assertThat(undone(undo)).isEqualTo(new UndoOutcome(2, List.of()));

        assertThat(exported()).isEqualTo(before);
        assertThat(outbox.topics()).endsWith("interaction.archived", "interaction.changed");
        assertThat(history(id("third"))).containsExactly("ARCHIVED", "CREATED");
        assertThat(history(id("second"))).hasSize(3);
    }

    @Test
    public void anUndoLeavesWhatWasChangedSince() {
        RecordedUndo created = write(
                "C-1|visit|2026-01-02|second|||" + EveryField.cells(other),
                "C-1|visit|2026-01-03|third|||" + EveryField.blanks());
        RecordedUndo updated = write("C-1|visit|2026-01-02|second|good||" + EveryField.cells(other));
        write("C-1|visit|2026-01-02|second|better||" + EveryField.cells(other));
        String before = exported();

        UndoOutcome outcome = undone(updated);

        assertThat(outcome.reverted()).isZero();
        assertThat(outcome.conflicts()).containsExactly(UndoConflict.changedSince(id("second")));
        assertThat(exported()).isEqualTo(before);
        assertThat(undone(created).conflicts()).containsExactly(UndoConflict.changedSince(id("second")));
        assertThat(exported()).contains("better").doesNotContain("third");
    }

    @Test
    public void theSameFileBringsUndoneInteractionsBackWithTheirValues() {
        String row = "C-1|visit|2026-01-02|second|||" + EveryField.cells(other);
        RecordedUndo undo = write(row);
        String before = exported();
        undone(undo);
        assertThat(exported()).doesNotContain("second");

        assertThat(FileRows.of(HEADER, row).into(target, database.transactions()))
                .isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));

        assertThat(exported()).isEqualTo(before);
    }

    private String exported() {
        return FileExchange.text(export, ExportFormat.NDJSON);
    }

    private UndoOutcome undone(RecordedUndo undo) {
        return database.transactions().call(() -> target.undo(undo.entries()));
    }

    private RecordedUndo write(String... rows) {
        RecordedUndo undo = new RecordedUndo();
        assertThat(FileRows.of(HEADER, rows)
                        .into(target, database.transactions(), undo)
                        .rejections())
                .isEmpty();
        return undo;
    }

    private long id(String subject) {
        return database.jdbc()
                .first(
                        "SELECT ID FROM CRM_CONTACT_INTERACTION WHERE SUBJECT = ?",
                        statement -> statement.setString(1, subject),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private List<String> history(long id) {
        return HistoryText.of(log.list(new HistoryQuery("interaction", id, List.of(), Optional.empty(), 20)));
    }
}
