package io.guanxi.crm.itests;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * CDNOW as two files of ours: a purchase is an order of one line.
 *
 * @param free purchases of no value, which are no sales
 */
record Cdnow(Path customers, Path orders, long free) {

    static Cdnow prepare(Path raw) throws IOException {
        Path customers = Files.createTempFile("cdnow-customers", ".csv");
        Path orders = Files.createTempFile("cdnow-orders", ".csv");
        TreeSet<String> ids = new TreeSet<>();
        long free = 0;
        int number = 0;
        List<String> lines = Files.readAllLines(raw);
        try (BufferedWriter out = Files.newBufferedWriter(orders)) {
            out.write("orderNumber,customerExternalId,orderedAt,currency,status,product,quantity,unitPrice\n");
            for (String line : lines.subList(1, lines.size())) {
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.strip().split("\\s+", -1);
                ids.add("CD-" + cells[0]);
                if (new BigDecimal(cells[3]).signum() <= 0) {
                    free++;
                }
                String date = cells[1].substring(0, 4) + "-" + cells[1].substring(4, 6) + "-" + cells[1].substring(6);
                out.write("CDNOW-" + ++number + ",CD-" + cells[0] + "," + date + ",USD,confirmed,CD,1," + cells[3]
                        + "\n");
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(customers)) {
            out.write("externalId,name,kind\n");
            for (String id : ids) {
                out.write(id + ",Customer " + id + ",person\n");
            }
        }
        return new Cdnow(customers, orders, free);
    }
}
