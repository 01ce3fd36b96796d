package io.guanxi.crm.transaction.service.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * All lines of a British shop in 2011 under our column names, returns and lines without customer included. The minute of
 * an invoice is that of its first line: 43 invoices were keyed in over two minutes.
 */
record OnlineRetail(Path customers, Path orders) {

    static OnlineRetail write(Path raw, Path folder) throws IOException {
        OnlineRetail files =
                new OnlineRetail(folder.resolve("retail-customers.csv"), folder.resolve("retail-orders.csv"));
        Map<String, String> minutes = new HashMap<>();
        Set<String> seen = new TreeSet<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(raw), 1 << 16);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(reader);
                CsvWriter customers = CsvWriter.builder().build(files.customers);
                CsvWriter orders = CsvWriter.builder().build(files.orders)) {
            customers.writeRecord("externalId", "name", "kind", "region");
            orders.writeRecord(
                    "orderNumber",
                    "customerExternalId",
                    "orderedAt",
                    "currency",
                    "product",
                    "description",
                    "quantity",
                    "unitPrice");
            for (NamedCsvRecord line : lines) {
                String invoice = line.getField("InvoiceNo");
                String customer = line.getField("CustomerID").replace(".0", "");
                if (!customer.isEmpty() && seen.add(customer)) {
                    customers.writeRecord(customer, "Customer " + customer, "company", line.getField("Country"));
                }
                String minute = minutes.computeIfAbsent(invoice, key -> line.getField("InvoiceDate"));
                orders.writeRecord(
                        invoice,
                        customer,
                        minute,
                        "GBP",
                        line.getField("StockCode"),
                        line.getField("Description"),
                        line.getField("Quantity"),
                        line.getField("UnitPrice"));
            }
        }
        return files;
    }
}
