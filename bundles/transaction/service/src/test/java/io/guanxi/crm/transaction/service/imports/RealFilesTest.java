package io.guanxi.crm.transaction.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import io.guanxi.crm.platform.imports.service.QueuedImports;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.testing.SignedIn;
import io.guanxi.crm.platform.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;

/** Files as they come, against what others have published of them. */
public class RealFilesTest {

    private final TestDatabase database = new TestDatabase("imports", "customer", "transaction");
    private final TradeDesk desk = new TradeDesk(database);
    private final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final RuleChain rules = RuleChain.outerRule(SignedIn.administrator())
            .around(folder)
            .around(database)
            .around(desk);

    @Test
    public void onlineRetailComesToItsPublishedFigures() throws Exception {
        Path raw = RealData.file("online-retail/online_retail.csv.gz");
        Path months = RealData.file("online-retail/expected_month_revenue.csv");
        OnlineRetail files = OnlineRetail.write(raw, folder.getRoot().toPath());
        try (QueuedImports imports = desk.imports(folder.newFolder().toPath())) {
            assertThat(imported(imports, "customers", files.customers()).created())
                    .isEqualTo(4_372);
            ImportJob orders = imported(imports, "orders", files.orders());

            assertThat(orders.read()).isEqualTo(541_909);
            assertThat(orders.rejected()).isEqualTo(541_909 - 397_884);
            assertThat(orders.created()).isEqualTo(18_532);
            assertThat(rejections(imports, orders))
                    .containsOnlyKeys("customer-missing", "quantity-not-positive", "price-not-positive");
            assertThat(desk.count("CRM_TRANSACTION_ORDER_LINE")).isEqualTo(397_884);
            assertThat(desk.count("CRM_TRANSACTION_FACTS")).isEqualTo(4_338);
            assertThat(sum("TOTAL", "CRM_TRANSACTION_FACTS")).isEqualByComparingTo("8911407.90");
            assertThat(revenueByMonth()).isEqualTo(expected(months));

            ImportJob again = imported(imports, "orders", files.orders());
            assertThat(again.unchanged()).isEqualTo(18_532);
            assertThat(again.created() + again.updated()).isZero();
            assertThat(again.rejected()).isEqualTo(orders.rejected());
            assertThat(imported(imports, "customers", files.customers()).unchanged())
                    .isEqualTo(4_372);
            assertThat(desk.count("CRM_TRANSACTION_ORDER_LINE")).isEqualTo(397_884);
        }
    }

    @Test
    public void cdnowComesToItsPublishedFigures() throws Exception {
        Path raw = RealData.file("cdnow/CDNOW_master.txt");
        Cdnow files = Cdnow.write(raw, folder.getRoot().toPath());
        try (QueuedImports imports = desk.imports(folder.newFolder().toPath())) {
            assertThat(imported(imports, "customers", files.customers()).created())
                    .isEqualTo(23_570);
            ImportJob orders = imported(imports, "orders", files.orders());

            assertThat(orders.rejected()).isZero();
            assertThat(orders.created()).isEqualTo(69_659);
            assertThat(desk.count("CRM_TRANSACTION_FACTS")).isEqualTo(23_570);
            assertThat(sum("ORDERS", "CRM_TRANSACTION_FACTS")).isEqualByComparingTo("69659");
            assertThat(sum("TOTAL", "CRM_TRANSACTION_FACTS")).isEqualByComparingTo("2500315.63");
            assertThat(desk.count("CRM_TRANSACTION_ORDER WHERE TOTAL = 0")).isEqualTo(80);
            assertThat(imported(imports, "orders", files.orders()).unchanged()).isEqualTo(69_659);
        }
    }

    private static ImportJob imported(QueuedImports imports, String type, Path file)
            throws IOException, InterruptedException {
        ImportRequest request = new ImportRequest(
                type, file.getFileName().toString(), ImportMode.UPSERT, RowPolicy.LINES, false, Optional.empty());
        long started = System.nanoTime();
        ImportJob job;
        try (InputStream in = Files.newInputStream(file)) {
            job = imports.start(request, in);
        }
        while (!job.state().isOver()) {
            TimeUnit.MILLISECONDS.sleep(20);
            job = imports.find(job.id()).orElseThrow();
        }
        assertThat(job.state()).as(String.valueOf(job.error())).isEqualTo(ImportJob.State.DONE);
        long ms = (System.nanoTime() - started) / 1_000_000;
        System.out.printf(
                "%s: %,d rows in %,d ms, %,d rows/s (%,d created, %,d unchanged, %,d rows rejected)%n",
                request.fileName(),
                job.read(),
                ms,
                job.read() * 1000 / ms,
                job.created(),
                job.unchanged(),
                job.rejected());
        return job;
    }

    private static Map<String, Integer> rejections(QueuedImports imports, ImportJob job) {
        Map<String, Integer> codes = new TreeMap<>();
        imports.rejections(job.id(), (Rejection rejection) -> codes.merge(rejection.code(), 1, Integer::sum));
        return codes;
    }

    private BigDecimal sum(String column, String table) {
        return database.jdbc()
                .first("SELECT SUM(" + column + ") FROM " + table, Jdbc.NONE, row -> row.getBigDecimal(1))
                .orElseThrow();
    }

    private Map<YearMonth, BigDecimal> revenueByMonth() {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        desk.ledger()
                .visitConfirmed((order, customer, orderedAt, amount, currency) -> months.merge(
                        YearMonth.from(Instant.ofEpochMilli(orderedAt).atZone(ZoneOffset.UTC)),
                        BigDecimal.valueOf(amount, 4).stripTrailingZeros(),
                        (one, other) -> one.add(other).stripTrailingZeros()));
        return months;
    }

    private static Map<YearMonth, BigDecimal> expected(Path file) throws IOException {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("InvoiceDate")) {
                months.put(YearMonth.parse(cells[0]), new BigDecimal(cells[1]).stripTrailingZeros());
            }
        }
        return months;
    }
}
