package io.guanxi.crm.segmentation.engine;

import static org.junit.Assert.assertNotEquals;
import static org.junit.Assume.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The invoices of a real shop, each an order: lines with a customer, a quantity and a price above zero. */
final class OnlineRetail {

    private final Map<String, PlainRfm.Order> orders = new HashMap<>();
    private int lines;

    /** Where the data lie beside the project; skips the test where they don't, except on a build server. */
    static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        Path folder = root.resolveSibling("shared/data/online-retail").normalize();
        boolean present = Files.isDirectory(folder);
        if (!present) {
            assertNotEquals("no data in " + folder, "true", System.getenv("CI"));
        }
        assumeTrue("Online Retail is not tested: no data in " + folder, present);
        return folder;
    }

    static OnlineRetail read() throws IOException {
        OnlineRetail retail = new OnlineRetail();
        Path file = folder().resolve("online_retail.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                retail.add(line);
            }
        }
        return retail;
    }

    int lines() {
        return lines;
    }

    List<PlainRfm.Order> orders() {
        return new ArrayList<>(orders.values());
    }

    /** Only the description can hold commas, so the fields behind it are counted from the end. */
    private void add(String line) {
        String[] fields = line.split(",", -1);
        int end = fields.length;
        String customer = fields[end - 2];
        BigDecimal price = new BigDecimal(fields[end - 3]);
        long quantity = Long.parseLong(fields[end - 5]);
        if (customer.isEmpty() || quantity <= 0 || price.signum() <= 0) {
            return;
        }
        lines++;
        long at = LocalDateTime.parse(fields[end - 4].replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        // as in the ledger, each line is rounded to pence
        long amount = price.multiply(BigDecimal.valueOf(quantity))
                .setScale(2, RoundingMode.HALF_UP)
                .movePointRight(4)
                .longValueExact();
        PlainRfm.Order order =
                new PlainRfm.Order(orders.size() + 1L, new BigDecimal(customer).longValueExact(), at, amount);
        orders.merge(
                fields[0],
                order,
                (sum, more) ->
                        new PlainRfm.Order(sum.id(), sum.customer(), sum.orderedAt(), sum.amount() + more.amount()));
    }
}
