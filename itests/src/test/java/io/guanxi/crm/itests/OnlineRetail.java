package io.guanxi.crm.itests;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Online Retail as two files of ours: every invoice line is kept as it is, the good and the bad. Invoices that were entered
 * over two minutes get the time of their first line.
 */
record OnlineRetail(Path customers, Path orders) {

    static OnlineRetail prepare(Path raw) throws IOException {
        Path customers = Files.createTempFile("online-retail-customers", ".csv");
        Path orders = Files.createTempFile("online-retail-orders", ".csv");
        TreeMap<String, String> countries = new TreeMap<>();
        Map<String, String> times = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(Files.newInputStream(raw)), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(orders)) {
            out.write(
                    "orderNumber,product,description,quantity,orderedAt,unitPrice,customerExternalId,currency,status\n");
            in.readLine();
            String line;
            while ((line = in.readLine()) != null) {
                List<String> cells = cells(line);
                String customer =
                        cells.get(6).isEmpty() ? "" : "OR-" + cells.get(6).replace(".0", "");
                if (!customer.isEmpty()) {
                    countries.put(customer, cells.get(7));
                }
                out.write(String.join(
                        ",",
                        cells.get(0),
                        quoted(cells.get(1)),
                        quoted(cells.get(2)),
                        cells.get(3),
                        times.computeIfAbsent(
                                cells.get(0), invoice -> cells.get(4).replace(' ', 'T') + "Z"),
                        cells.get(5),
                        customer,
                        "GBP",
                        "confirmed\n"));
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(customers)) {
            out.write("externalId,name,kind,source\n");
            for (var entry : countries.entrySet()) {
                out.write(entry.getKey() + ",Customer " + entry.getKey() + ",company," + entry.getValue() + "\n");
            }
        }
        return new OnlineRetail(customers, orders);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** One line of RFC 4180 without line breaks inside. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
