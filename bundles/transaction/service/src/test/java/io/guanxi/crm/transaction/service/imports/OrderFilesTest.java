package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.crm.customer.CustomerDirectory;
import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.service.JdbcCustomerDirectory;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
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
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.OrderStatus;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.service.OrderValues;
import io.guanxi.crm.transaction.service.exports.OrdersExport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/** Orders out of the ledger as a file and back in again, and what an undo makes of them. */
public class OrderFilesTest {

    private static final String HEADER = "orderNumber|externalId|customerExternalId|orderedAt|currency|product"
            + "|description|quantity|unitPrice|discount|" + EveryField.HEADER;

    private final TestDatabase database = new TestDatabase("imports", "customer", "transaction", "fields", "history");
    private final TradeDesk desk = new TradeDesk(database);
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator())
            .around(folder)
            .around(database)
            .around(desk);

    private final OpenAccess access = new OpenAccess();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private JdbcFieldCatalog catalog;
    private JdbcChangeLog log;
    private OrdersTarget target;
    private OrdersExport export;
    private long other;

    @Before
    public void open() {
        catalog = new JdbcFieldCatalog(database.dataSource(), database.transactions(), outbox, access);
        catalog.addStore(new OrderValues(database.dataSource()));
        EveryField.define(catalog, "order");
        log = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<CustomerDirectory> directory = Neighbour.fixed(new JdbcCustomerDirectory(database.dataSource()));
        Neighbour<CustomerScopes> scopes =
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC()));
        Neighbour<FieldCatalog> fields = Neighbour.fixed(catalog);
        target = new OrdersTarget(
                database.dataSource(),
                outbox,
                access,
                directory,
                scopes,
                fields,
                log,
                ZoneOffset.UTC,
                Clock.systemUTC());
        export = new OrdersExport(database.dataSource(), access, directory, scopes, fields);
        desk.customer("E1");
        write(order("S-1", "P-1", "1", EveryField.blanks()));
        other = desk.order("S-1").id().value();
    }

    @After
    public void close() {
        catalog.close();
    }

    @Test
    public void anExportComesBackUnchangedWhateverItsFormatAndHeader() throws IOException {
        write(order("S-2", "=P", "1.5", EveryField.cells(other)), order("S-2", "P-2", "3", EveryField.cells(other)));
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
    public void everyLineHasTheCustomFieldsOfItsOrder() {
        write(order("S-2", "P-1", "1", EveryField.cells(other)), order("S-2", "P-2", "3", EveryField.cells(other)));

        List<String> lines = exported().lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).doesNotContain("custom\"");
        assertThat(lines.get(1)).contains("P-1").endsWith("," + EveryField.json(other) + "}");
        assertThat(lines.get(2)).contains("P-2").endsWith("," + EveryField.json(other) + "}");
    }

    @Test
    public void anUndoCancelsWhatIsNewAndBringsBackWhatWas() {
        write(order("S-2", "P-1", "2", EveryField.cells(other)));
        String before = exported();
        RecordedUndo undo = write(
                order("S-2", "P-2", "3", EveryField.changed(other)), order("S-3", "P-1", "1", EveryField.cells(other)));

        assertThat(undone(undo)).isEqualTo(new UndoOutcome(2, List.of()));

        assertThat(exported()).startsWith(before);
        assertThat(desk.order("S-3").data().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(outbox.topics()).endsWith("order.cancelled", "order.changed");
        assertThat(history("S-2"))
                .containsExactly(
                        "CHANGED lines custom.number custom.text",
                        "CHANGED lines custom.number custom.text",
                        "CREATED");
        assertThat(history("S-3")).containsExactly("CHANGED status", "CREATED");
    }

    @Test
    public void anUndoLeavesWhatWasChangedOrPaidSince() {
        RecordedUndo created = write(
                order("S-2", "P-1", "2", EveryField.blanks()),
                order("S-3", "P-1", "1", EveryField.blanks()),
                order("S-4", "P-1", "1", EveryField.blanks()));
        write(order("S-2", "P-1", "5", EveryField.blanks()));
        Payment payment = new Payment(
                0,
                Instant.parse("2026-03-02T00:00:00Z"),
                new Money(BigDecimal.TEN, Currency.getInstance("CNY")),
                Payment.Method.CASH,
                Optional.empty(),
                Optional.empty());
        desk.ledger().pay(desk.order("S-3").id(), payment);

        UndoOutcome outcome = undone(created);

        assertThat(outcome.reverted()).isEqualTo(1);
        assertThat(outcome.conflicts())
                .extracting(UndoConflict::record, UndoConflict::code)
                .containsExactlyInAnyOrder(
                        tuple(desk.order("S-2").id().value(), "changed-since"),
                        tuple(desk.order("S-3").id().value(), "fulfilled-since"));
        assertThat(desk.order("S-2").data().lines().get(0).quantity()).isEqualByComparingTo("5");
        assertThat(desk.order("S-3").data().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(desk.order("S-4").data().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    public void theSameFileBringsUndoneOrdersBackWithTheirValues() {
        String row = order("S-2", "P-1", "2", EveryField.cells(other));
        RecordedUndo undo = write(row);
        String before = exported();
        undone(undo);
        assertThat(exported()).isNotEqualTo(before);

        assertThat(FileRows.of(HEADER, row).into(target, database.transactions()))
                .isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));

        assertThat(exported()).isEqualTo(before);
    }

    private static String order(String number, String product, String quantity, String custom) {
        return String.join(
                "|",
                number,
                "X" + number,
                "E1",
                "2026-03-01T08:30:00Z",
                "CNY",
                product,
                "-1+1",
                quantity,
                "10",
                "0",
                custom);
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

    private List<String> history(String number) {
        long id = desk.order(number).id().value();
        return HistoryText.of(log.list(new HistoryQuery("order", id, List.of(), Optional.empty(), 20)));
    }
}
