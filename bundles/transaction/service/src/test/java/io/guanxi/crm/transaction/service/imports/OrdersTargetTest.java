package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.customer.CustomerId;
import io.guanxi.crm.platform.imports.ChunkOutcome;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import io.guanxi.crm.transaction.CustomerFacts;
import io.guanxi.crm.transaction.Delivery;
import io.guanxi.crm.transaction.Money;
import io.guanxi.crm.transaction.Order;
import io.guanxi.crm.transaction.OrderData;
import io.guanxi.crm.transaction.OrderLine;
import io.guanxi.crm.transaction.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;

public class OrdersTargetTest {

    private static final String HEADER = "orderNumber|externalId|customerExternalId|orderedAt|currency|status|product"
            + "|description|quantity|unitPrice|discount";
    private static final String[] TWO_LINES = {
        "S1|X1|E1|2026-03-01T08:30:00Z|CNY|confirmed|P1|螺丝|2|10.00|1",
        "S1|X1|E1|2026-03-01T08:30:00Z|CNY|confirmed|P2||0.5|3|"
    };

    private final TestDatabase database = new TestDatabase("customer", "transaction");
    private final TradeDesk desk = new TradeDesk(database);

    @Rule
    public final RuleChain rules =
            RuleChain.outerRule(SignedIn.administrator()).around(database).around(desk);

    private CustomerId customer = new CustomerId(0);

    @Before
    public void enterACustomer() {
        customer = desk.customer("E1");
    }

    @Test
    public void entersAnOrderAsTheLedgerWould() {
        assertThat(desk.imported(HEADER, TWO_LINES)).isEqualTo(new ChunkOutcome(1, 0, 0, List.of()));

        Order order = desk.order("S1");
        assertThat(order.total()).isEqualTo(Money.of("20.50", "CNY"));
        assertThat(order.createdBy()).isEqualTo("admin");
        OrderData data = order.data();
        OrderData byHand = new OrderData(
                Optional.of("S2"),
                Optional.of("X2"),
                customer,
                data.orderedAt(),
                data.currency(),
                data.status(),
                data.lines());
        Order placed = desk.ledger().place(byHand);
        assertThat(placed.data().lines()).isEqualTo(data.lines());
        assertThat(placed.total()).isEqualTo(order.total());
        assertThat(placed.version()).isEqualTo(order.version());
        assertThat(desk.facts(customer)).extracting(CustomerFacts::orders).containsExactly(2L);
        assertThat(desk.outbox().topics())
                .containsExactly(
                        "customer.created", "order.placed", "order.confirmed", "order.placed", "order.confirmed");
    }

    @Test
    public void theSameRowsAgainChangeNothing() {
        desk.imported(HEADER, TWO_LINES);
        int told = desk.outbox().published().size();

        assertThat(desk.imported(HEADER, TWO_LINES)).isEqualTo(new ChunkOutcome(0, 0, 1, List.of()));
        assertThat(desk.order("S1").version()).isEqualTo(1);
        assertThat(desk.outbox().published()).hasSize(told);
        assertThat(desk.facts(customer)).extracting(CustomerFacts::orders).containsExactly(1L);
    }

    @Test
    public void replacesLinesThatDiffer() {
        desk.imported(HEADER, TWO_LINES);
        ChunkOutcome outcome = desk.imported(HEADER, "S1|X1|E1|2026-03-01T08:30:00Z|CNY||P1||3|10|");

        assertThat(outcome.updated()).isEqualTo(1);
        Order order = desk.order("S1");
        assertThat(order.version()).isEqualTo(2);
        assertThat(order.data().lines()).extracting(OrderLine::product).containsExactly("P1");
        assertThat(order.total()).isEqualTo(Money.of("30.00", "CNY"));
        assertThat(desk.facts(customer).get(0).total()).isEqualTo(Money.of("30.00", "CNY"));
        assertThat(desk.outbox().topics()).endsWith("order.changed");
    }

    @Test
    public void cancelsThroughTheStatusColumn() {
        desk.imported(HEADER, TWO_LINES);
        assertThat(desk.imported(HEADER, cells(TWO_LINES, "confirmed", "已取消")).updated())
                .isEqualTo(1);

        assertThat(desk.order("S1").data().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.facts(customer)).isEmpty();
        assertThat(desk.outbox().topics()).endsWith("order.cancelled");
        assertThat(desk.imported(HEADER, cells(TWO_LINES, "confirmed", "")).unchanged())
                .isEqualTo(1);
        assertRejected(desk.imported(HEADER, TWO_LINES), "2 status status-change", "3 status status-change");
    }

    @Test
    public void doesNotCountADraft() {
        desk.imported(HEADER, "S1||E1|2026-03-01|CNY|草稿|P1||1|1|");
        assertThat(desk.facts(customer)).isEmpty();
        assertThat(desk.imported(HEADER, "S1||E1|2026-03-01|CNY|confirmed|P1||1|1|")
                        .updated())
                .isEqualTo(1);
        assertThat(desk.facts(customer)).hasSize(1);
    }

    @Test
    public void movesFactsWithTheCustomer() {
        CustomerId other = desk.customer("E2");
        desk.imported(HEADER, TWO_LINES);
        desk.imported(HEADER, cells(TWO_LINES, "|E1|", "|E2|"));
        assertThat(desk.facts(customer)).isEmpty();
        assertThat(desk.facts(other)).extracting(CustomerFacts::total).containsExactly(Money.of("20.50", "CNY"));
    }

    @Test
    public void rejectsNegativeAndZeroQuantities() {
        assertRejected(line("-1|10|"), "2 quantity quantity-not-positive");
        assertRejected(line("0|10|"), "2 quantity quantity-not-positive");
    }

    @Test
    public void rejectsNegativeAndZeroPrices() {
        assertRejected(line("1|0.00|"), "2 unitPrice price-not-positive");
        assertRejected(line("1|-2|"), "2 unitPrice price-not-positive");
        assertThat(line("1|10|10").created()).isEqualTo(1);
        assertThat(desk.order("S1").total()).isEqualTo(Money.of("0.00", "CNY"));
    }

    @Test
    public void rejectsNumbersThatAreNone() {
        assertRejected(line("1,5|10|"), "2 quantity invalid-number");
        assertRejected(line("1|1e3|"), "2 unitPrice invalid-number");
        assertRejected(line("1|10|-1"), "2 discount negative");
        assertRejected(line("1|10|11"), "2 discount discount-too-large");
        assertRejected(line("1|10.12345|"), "2 unitPrice too-precise");
        assertRejected(line("9999999999999|1|"), "2 quantity too-large");
        assertRejected(line("|1|"), "2 quantity required");
    }

    @Test
    public void rejectsAnUnknownCurrency() {
        assertRejected(desk.imported(HEADER, "S1||E1|2026-03-01|XYZ||P1||1|1|"), "2 currency unknown-currency");
        assertRejected(desk.imported(HEADER, "S1||E1|2026-03-01|XAU||P1||1|1|"), "2 currency no-money");
        assertRejected(desk.imported(HEADER, "S1||E1|2026-03-01|||P1||1|1|"), "2 currency required");
    }

    @Test
    public void rejectsTheThirtiethOfFebruary() {
        assertRejected(desk.imported(HEADER, "S1||E1|2026-02-30|CNY||P1||1|1|"), "2 orderedAt invalid-date");
        assertRejected(desk.imported(HEADER, "S1||E1|0001-02-03|CNY||P1||1|1|"), "2 orderedAt out-of-range");
    }

    @Test
    public void rejectsAnUnknownAndAMissingCustomer() {
        assertRejected(
                desk.imported(HEADER, "S1||E9|2026-03-01|CNY||P1||1|1|"), "2 customerExternalId unknown-customer");
        assertRejected(desk.imported(HEADER, "S1|||2026-03-01|CNY||P1||1|1|"), "2 customerExternalId customer-missing");
    }

    @Test
    public void rejectsTextThatIsTooLong() {
        assertRejected(
                desk.imported(HEADER, "S1||E1|2026-03-01|CNY||" + "p".repeat(101) + "||1|1|"), "2 product too-long");
        assertRejected(
                desk.imported(HEADER, "s".repeat(41) + "||E1|2026-03-01|CNY||P1||1|1|"), "2 orderNumber too-long");
        assertThat(desk.imported(
                                HEADER,
                                "s".repeat(40) + "||E1|2026-03-01|CNY||" + "产".repeat(100) + "|" + "述".repeat(500)
                                        + "|1|1|")
                        .created())
                .isEqualTo(1);
    }

    @Test
    public void rejectsRowsOfAnOrderThatContradictEachOther() {
        assertRejected(
                desk.imported(HEADER, TWO_LINES[0], TWO_LINES[1].replace("CNY", "EUR")),
                "3 currency conflicting-values",
                "2 orderNumber record-rejected");
        assertThat(desk.count("CRM_TRANSACTION_ORDER")).isZero();
    }

    @Test
    public void aRowThatSaysNothingAgreesWithTheOthers() {
        assertThat(desk.imported(HEADER, TWO_LINES[0], "S1|||||||P2|1|1|", "S1||||||P3||1|1|")
                        .rejections())
                .extracting(r -> r.line() + " " + r.code())
                .contains("3 required");
        assertThat(desk.imported(HEADER, TWO_LINES[0], "S1||||||P3||1|1|").created())
                .isEqualTo(1);
        assertThat(desk.order("S1").data().lines()).hasSize(2);
    }

    @Test
    public void leavesBadLinesOutAloneWhereAskedFor() {
        ChunkOutcome outcome = desk.imported(
                ImportMode.UPSERT,
                RowPolicy.LINES,
                false,
                HEADER,
                TWO_LINES[0],
                "S1|X1|E1|2026-03-01T08:30:00Z|CNY|confirmed|P2||-1|3|",
                "S1|X1|E1|2026-03-01T08:30:00Z|CNY|confirmed|" + "p".repeat(101) + "||1|3|",
                "S1|X1|E1|2026-03-01T08:31:00Z|CNY|confirmed|P3||1|3|");
        assertRejected(
                outcome, "3 quantity quantity-not-positive", "5 orderedAt conflicting-values", "4 product too-long");
        assertThat(outcome.created()).isEqualTo(1);
        assertThat(desk.order("S1").data().lines())
                .extracting(OrderLine::product)
                .containsExactly("P1");
    }

    @Test
    public void rejectsAnExternalIdThatIsThereTwice() {
        assertRejected(
                desk.imported(HEADER, "S1|X1|E1|2026-03-01|CNY||P1||1|1|", "S2|X1|E1|2026-03-01|CNY||P1||1|1|"),
                "3 externalId duplicate-in-file");
        assertRejected(desk.imported(HEADER, "S3|X1|E1|2026-03-01|CNY||P1||1|1|"), "2 orderNumber number-differs");
        assertRejected(desk.imported(HEADER, "S1|X9|E1|2026-03-01|CNY||P1||1|1|"), "2 orderNumber number-taken");
    }

    @Test
    public void createsOnlyWhatIsNotThere() {
        desk.imported(HEADER, TWO_LINES);
        assertRejected(
                desk.imported(ImportMode.CREATE, RowPolicy.WHOLE, false, HEADER, TWO_LINES[0]),
                "2 orderNumber already-exists");
    }

    @Test
    public void aDryRunWritesNothing() {
        ChunkOutcome outcome = desk.imported(ImportMode.UPSERT, RowPolicy.WHOLE, true, HEADER, TWO_LINES);
        assertThat(outcome.created()).isEqualTo(1);
        assertThat(desk.count("CRM_TRANSACTION_ORDER")).isZero();
        assertThat(desk.facts(customer)).isEmpty();
        assertThat(desk.outbox().topics()).containsExactly("customer.created");
    }

    @Test
    public void keepsLinesThatWereDelivered() {
        desk.imported(HEADER, TWO_LINES);
        Order order = desk.order("S1");
        desk.ledger()
                .deliver(
                        order.id(),
                        new Delivery(
                                0,
                                Instant.parse("2026-03-02T00:00:00Z"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Delivery.Line(1, new BigDecimal("2")))));
        assertRejected(
                desk.imported(HEADER, "S1|X1|E1|2026-03-01T08:30:00Z|CNY||P1||1|10|"), "2 quantity delivered-already");
        assertThat(desk.imported(HEADER, "S1|X1|E1|2026-03-01T08:30:00Z|CNY||P1||2|11|")
                        .updated())
                .isEqualTo(1);
    }

    private ChunkOutcome line(String numbers) {
        return desk.imported(HEADER, "S1||E1|2026-03-01|CNY||P1||" + numbers);
    }

    private static String[] cells(String[] rows, String from, String to) {
        return List.of(rows).stream().map(row -> row.replace(from, to)).toArray(String[]::new);
    }

    private static void assertRejected(ChunkOutcome outcome, String... verdicts) {
        assertThat(outcome.rejections())
                .extracting(r -> r.line() + " " + r.column() + " " + r.code())
                .containsExactly(verdicts);
    }
}
