package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.crm.customer.CustomerScopes;
import io.guanxi.crm.customer.service.JdbcCustomerScopes;
import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.history.HistoryQuery;
import io.guanxi.crm.platform.history.service.JdbcChangeLog;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.UndoConflict;
import io.guanxi.crm.platform.imports.UndoOutcome;
import io.guanxi.crm.platform.imports.service.QueuedImports;
import io.guanxi.crm.platform.modules.Neighbour;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.testing.FileExchange;
import io.guanxi.crm.platform.testing.FileRows;
import io.guanxi.crm.platform.testing.HistoryText;
import io.guanxi.crm.platform.testing.OpenAccess;
import io.guanxi.crm.platform.testing.RecordedUndo;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.OrderId;
import io.guanxi.crm.transaction.Payment;
import io.guanxi.crm.transaction.service.exports.PaymentsExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/** Payments from files; once on each database. */
public abstract class PaymentsTests {

    static final String[] SCHEMAS = {"imports", "customer", "transaction", "history"};

    private static final String HEADER = "externalId|orderNumber|paidAt|amount|currency|method|reference|note";

    private final TestDatabase database = database();
    private final TradeDesk desk = new TradeDesk(database);
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator())
            .around(folder)
            .around(database)
            .around(desk);

    private final OpenAccess access = new OpenAccess();
    private JdbcChangeLog log;
    private PaymentsTarget target;
    private PaymentsExport export;

    abstract TestDatabase database();

    @Before
    public void open() {
        log = new JdbcChangeLog(database.dataSource(), access);
        Neighbour<CustomerScopes> scopes =
                Neighbour.fixed(new JdbcCustomerScopes(database.dataSource(), Clock.systemUTC()));
        target = new PaymentsTarget(
                database.dataSource(),
                desk.outbox(),
                access,
                scopes,
                log,
                ZoneId.of("Asia/Shanghai"),
                Clock.systemUTC());
        export = new PaymentsExport(database.dataSource(), access, scopes);
        desk.customer("E1");
        desk.imported(
                "orderNumber|externalId|customerExternalId|orderedAt|currency|status|product|quantity|unitPrice",
                "S-1|X-1|E1|2026-03-01|CNY|confirmed|P-1|2|10",
                "S-2|X-2|E1|2026-03-02|JPY|confirmed|P-1|1|500",
                "S-3||E1|2026-03-03|CNY|cancelled|P-1|1|10");
    }

    @Test
    public void areEnteredOnceHoweverOftenTheFileIsSent() {
        String[] rows = {
            "R-1|S-1|2026-03-05 08:30|12.50|CNY|微信|W1|首付",
            "R-2|S-1|2026-03-06|7.5||transfer||",
            "R-3|S-2|2026-03-06|500|jpy|||"
        };

        assertThat(imported(rows)).isEqualTo(new ChunkOutcome(3, 0, 0, List.of()));
        assertThat(imported(rows)).isEqualTo(new ChunkOutcome(0, 0, 3, List.of()));

        List<Payment> payments = desk.order("S-1").payments();
        assertThat(payments)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(
                        new Payment(
                                0,
                                Instant.parse("2026-03-05T00:30:00Z"),
                                Money.of("12.50", "CNY"),
                                Payment.Method.WECHAT,
                                Optional.of("W1"),
                                Optional.of("首付"),
                                Optional.of("R-1")),
                        new Payment(
                                0,
                                Instant.parse("2026-03-05T16:00:00Z"),
                                Money.of("7.50", "CNY"),
                                Payment.Method.TRANSFER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("R-2")));
        assertThat(desk.order("S-2").payments()).hasSize(1);
        assertThat(desk.outbox().topics()).endsWith("payment.received", "payment.received", "payment.received");
    }

    @Test
    public void anOrderIsFoundByEitherOfItsKeys() {
        assertThat(FileRows.of(
                                "externalId|orderNumber|orderExternalId|paidAt|amount",
                                "R-1||X-1|2026-03-05|1",
                                "R-2|S-1|X-1|2026-03-05|2",
                                "R-3|S-1|X-2|2026-03-05|3")
                        .into(target, database.transactions())
                        .rejections())
                .extracting(r -> r.line() + " " + r.column() + " " + r.code())
                .containsExactly("4 orderExternalId number-differs");
        assertThat(desk.order("S-1").payments()).hasSize(2);
    }

    @Test
    public void everyWrongRowIsToldWithColumnAndReason() {
        ChunkOutcome outcome = imported(
                "R-1|S-9|2026-03-05|1||||",
                "R-2||2026-03-05|1||||",
                "R-3|S-1|2026-03-05|1|USD|||",
                "R-4|S-1|2026-03-05|-1||||",
                "R-5|S-1|2026-03-05|0||||",
                "R-6|S-1|2026-03-05|1.001||||",
                "R-7|S-2|2026-03-05|1.5||||",
                "R-8|S-3|2026-03-05|1||||",
                "R-9|S-1|soon|a|XXXX|barter||",
                "R-10|S-1||||||",
                "|S-1|2026-03-05|1||||",
                "R-12|S-1|1850-01-01|1||||",
                "R-13|S-1|2026-03-05|1||||ok");

        assertThat(outcome.rejections())
                .extracting(r -> r.line() + " " + r.column() + " " + r.code())
                .containsExactly(
                        "2 orderNumber unknown-order",
                        "3 orderNumber order-missing",
                        "4 currency other-currency",
                        "5 amount not-positive",
                        "6 amount not-positive",
                        "7 amount too-precise",
                        "8 amount too-precise",
                        "9 orderNumber order-cancelled",
                        "10 paidAt invalid-date",
                        "10 amount invalid-number",
                        "10 currency unknown-currency",
                        "10 method unknown-method",
                        "11 paidAt required",
                        "11 amount required",
                        "12 externalId key-missing",
                        "13 paidAt out-of-range");
        assertThat(outcome.created()).isEqualTo(1);
        assertThat(desk.count("CRM_TRANSACTION_PAYMENT")).isEqualTo(1);
    }

    @Test
    public void aFileThatHasAPaymentTwiceIsToldSo() throws IOException {
        String file = "外部编号,订单号,回款时间,金额\nR-1,S-1,2026-03-05,1\nR-1,S-1,2026-03-05,2\n";
        try (QueuedImports imports = imports()) {
            ImportJob job = FileExchange.imported(imports, "payments", file.getBytes(StandardCharsets.UTF_8));

            assertThat(FileExchange.verdicts(imports, job)).containsExactly("3 externalId duplicate-in-file");
            assertThat(job.created()).isEqualTo(1);
        }
    }

    @Test
    public void whatIsEnteredNeverChanges() {
        imported("R-1|S-1|2026-03-05|1||||");

        ChunkOutcome outcome = imported("R-1|S-1|2026-03-05|2||||");
        assertThat(outcome.rejections())
                .extracting(r -> r.column() + " " + r.code())
                .containsExactly("externalId payment-differs");
        assertThat(imported("R-1|S-2|2026-03-05|1||||").rejections())
                .extracting(r -> r.column() + " " + r.code())
                .containsExactly("externalId external-id-taken");
        assertThat(FileRows.of(HEADER, "R-1|S-1|2026-03-05|1||||")
                        .into(target, database.transactions(), ImportMode.CREATE, false)
                        .rejections())
                .extracting(r -> r.column() + " " + r.code())
                .containsExactly("externalId already-exists");
        assertThat(desk.order("S-1").payments())
                .extracting(payment -> payment.amount().amount().toPlainString())
                .containsExactly("1.00");
    }

    @Test
    public void aDryRunWritesNothing() {
        assertThat(FileRows.of(HEADER, "R-1|S-1|2026-03-05|1||||")
                        .into(target, database.transactions(), ImportMode.UPSERT, true)
                        .created())
                .isEqualTo(1);

        assertThat(desk.count("CRM_TRANSACTION_PAYMENT")).isZero();
    }

    @Test
    public void anUndoTakesThemOutAgainAndTheSameFileBringsThemBack() {
        String[] rows = {"R-1|S-1|2026-03-05|1||||", "R-2|S-2|2026-03-05|2||||"};
        RecordedUndo undo = new RecordedUndo();
        FileRows.of(HEADER, rows).into(target, database.transactions(), undo);

        assertThat(undone(undo)).isEqualTo(new UndoOutcome(2, List.of()));

        assertThat(desk.count("CRM_TRANSACTION_PAYMENT")).isZero();
        assertThat(desk.outbox().topics()).endsWith("payment.withdrawn", "payment.withdrawn");
        String told = "CHANGED payment.at payment.amount payment.method payment.externalId";
        assertThat(history("S-1")).startsWith(told, told);
        assertThat(undone(undo).conflicts()).extracting(UndoConflict::code).containsOnly("changed-since");
        assertThat(imported(rows)).isEqualTo(new ChunkOutcome(2, 0, 0, List.of()));
        assertThat(history("S-1")).hasSize(3);
    }

    @Test
    public void twoPaymentsNeverShareAnExternalId() {
        imported("R-1|S-1|2026-03-05|1||||");
        OrderId other = desk.order("S-2").id();
        Payment same = new Payment(
                0,
                Instant.parse("2026-03-05T00:00:00Z"),
                Money.of("500", "JPY"),
                Payment.Method.CASH,
                Optional.empty(),
                Optional.empty(),
                Optional.of("R-1"));

        assertThatThrownBy(() -> desk.ledger().pay(other, same))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo("external-id-taken"));
        assertThat(desk.order("S-2").payments()).isEmpty();
    }

    @Test
    public void anExportComesBackUnchanged() throws IOException {
        imported("R-1|S-1|2026-03-05 08:30|12.50|CNY|微信|=W1|-首付\n二", "R-2|S-2|2026-03-06|500||||");
        try (QueuedImports imports = imports()) {
            assertThat(FileExchange.changedByTheWay(imports, export, 2)).isEmpty();
        }
        assertThat(FileExchange.text(export, ExportFormat.NDJSON).lines().findFirst())
                .contains("{\"externalId\":\"R-1\",\"orderNumber\":\"S-1\",\"orderExternalId\":\"X-1\","
                        + "\"paidAt\":\"2026-03-05T00:30:00Z\",\"amount\":\"12.5\",\"currency\":\"CNY\","
                        + "\"method\":\"wechat\",\"reference\":\"=W1\",\"note\":\"-首付\\n二\"}");
    }

    private QueuedImports imports() throws IOException {
        return new QueuedImports(
                List.of(target),
                database.dataSource(),
                database.transactions(),
                access,
                folder.newFolder().toPath());
    }

    private ChunkOutcome imported(String... rows) {
        return FileRows.of(HEADER, rows).into(target, database.transactions());
    }

    private UndoOutcome undone(RecordedUndo undo) {
        return database.transactions().call(() -> target.undo(undo.entries()));
    }

    private List<String> history(String number) {
        long id = desk.order(number).id().value();
        return HistoryText.of(log.list(new HistoryQuery("order", id, List.of(), Optional.empty(), 20)));
    }
}
