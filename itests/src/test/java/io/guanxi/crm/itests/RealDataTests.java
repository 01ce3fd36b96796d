package io.guanxi.crm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Users;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;

/** Data sets of real shops with known answers; they are not part of the project. */
public class RealDataTests extends InCrm {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The end of a rejected row: …,codes,message. */
    private static final Pattern REASON = Pattern.compile(",\"?([a-z; -]+)\"?,(?:\"(?:[^\"]|\"\")*\"|[^\",]*)$");

    private static final Path DATA = Path.of(System.getProperty("crm.itest.root", "."), "..", "shared", "data")
            .normalize();

    @SuppressWarnings("NullAway.Init")
    private Web web;

    @Before
    public void signIn() throws Exception {
        boolean present = Files.isDirectory(DATA);
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("the data sets are missing: " + DATA);
        }
        assumeTrue("skipped, there are no data sets in " + DATA, present);
        web = Tester.of(service(Users.class), Caller.ADMINISTRATOR).web();
        web.awaitOk("/crm/api/platform/v1/imports");
        web.awaitOk("/crm/api/reporting/v1/reports");
        web.awaitOk("/crm/api/segmentation/v1/rfm?currency=GBP");
    }

    @Test
    public void onlineRetailComesToItsKnownFigures() throws Exception {
        OnlineRetail files = OnlineRetail.prepare(DATA.resolve("online-retail/online_retail.csv.gz"));
        ImportRun customers = timed("online retail customers", files.customers(), "type=customers");
        assertEquals(customers.toString(), 4372, customers.number("created"));
        ImportRun orders = timed("online retail orders", files.orders(), "type=orders&rows=lines");
        assertEquals(orders.toString(), "DONE", orders.state());
        assertEquals(541_909, orders.number("read"));
        assertEquals(541_909 - 397_884, orders.number("rejected"));
        assertEquals(18_532, orders.number("created"));
        assertEquals(
                Set.of("customer-missing", "quantity-not-positive", "price-not-positive"), codes(orders.rejects()));

        Map<String, BigDecimal> months = revenueOnceAllIsDelivered(new BigDecimal("8911407.90"));
        List<String> expected = Files.readAllLines(DATA.resolve("online-retail/expected_month_revenue.csv"));
        for (String line : expected.subList(1, expected.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(cells[0], 0, new BigDecimal(cells[1]).compareTo(months.get(cells[0])));
        }

        JsonNode rfm = json("/crm/api/segmentation/v1/rfm?currency=GBP&asOf=2011-12-10&tz=UTC");
        assertEquals(4338, rfm.get("customers").asInt());

        ImportRun again = timed("online retail orders again", files.orders(), "type=orders&rows=lines");
        assertEquals(again.toString(), 0, again.number("created") + again.number("updated"));
        assertEquals(18_532, again.number("unchanged"));
        assertEquals(orders.number("rejected"), again.number("rejected"));
        printMemory("after Online Retail");
    }

    @Test
    public void cdnowComesToItsKnownFigures() throws Exception {
        Cdnow files = Cdnow.prepare(DATA.resolve("cdnow/CDNOW_master.txt"));
        ImportRun customers = timed("cdnow customers", files.customers(), "type=customers");
        assertEquals(customers.toString(), 23_570, customers.number("created"));
        ImportRun orders = timed("cdnow purchases", files.orders(), "type=orders");
        assertEquals(orders.toString(), "DONE", orders.state());
        assertEquals(69_659, orders.number("read"));
        assertEquals(files.free(), orders.number("rejected"));
        assertEquals(69_659 - files.free(), orders.number("created"));
    }

    /** Reports read columns that the event feed keeps current, so an import shows a moment after it is done. */
    private Map<String, BigDecimal> revenueOnceAllIsDelivered(BigDecimal total) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            Map<String, BigDecimal> months = revenueByMonth();
            BigDecimal sum = months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(total) == 0) {
                return months;
            }
            assertTrue("the revenue is " + sum + " instead of " + total, System.nanoTime() < end);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private Map<String, BigDecimal> revenueByMonth() throws Exception {
        JsonNode report = json("/crm/api/reporting/v1/reports/revenue-by-month/run?currency=GBP&tz=UTC");
        Map<String, BigDecimal> months = new TreeMap<>();
        for (JsonNode row : report.get("rows")) {
            months.put(
                    row.get("month").asText(),
                    new BigDecimal(row.get("revenue").get("amount").asText()));
        }
        return months;
    }

    private ImportRun timed(String what, Path file, String query) throws Exception {
        long started = System.nanoTime();
        ImportRun run = ImportRun.of(web, query, file);
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "%s on %s: %d rows in %.1f s, %.0f rows/s%n",
                what, onDerby() ? "Derby" : "PostgreSQL", run.number("read"), seconds, run.number("read") / seconds);
        return run;
    }

    private static void printMemory(String when) throws Exception {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("");
        System.out.println("memory " + when + ": heap " + heap + " MB, " + resident);
    }

    /** The reasons, each once. */
    private static Set<String> codes(String rejects) {
        return rejects.lines()
                .skip(1)
                .map(REASON::matcher)
                .peek(reason -> assertTrue("a reason at the end of every row", reason.find()))
                .flatMap(reason -> Arrays.stream(reason.group(1).split("; ")))
                .collect(Collectors.toSet());
    }

    private JsonNode json(String path) throws Exception {
        Web.Answer answer = web.get(path);
        assertEquals(answer.body(), 200, answer.status());
        return JSON.readTree(answer.body());
    }
}
