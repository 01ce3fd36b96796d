package io.guanxi.crm.itests.benchmarks;

import io.guanxi.crm.customer.CustomerData;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Files to import: customers with names as in {@link SearchNames}, a phone, an e-mail address and a city; orders of four lines. */
final class ImportFiles {

    static final int LINES_PER_ORDER = 4;

    private ImportFiles() {}

    static Path customers(Path file, int from, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("externalId,name,kind,phones,emails,city\n");
            SearchNames names = new SearchNames();
            for (int i = 0; i < from + rows; i++) {
                CustomerData customer = names.next(i);
                if (i >= from) {
                    String kind = customer.kind().name().toLowerCase(Locale.ROOT);
                    out.write("B-%d,%s,%s,021-%08d,info%d@example.cn,上海\n".formatted(i, customer.name(), kind, i, i));
                }
            }
        }
        return file;
    }

    /** Orders of the customers 0 to {@code customers} − 1. */
    static Path orders(Path file, int from, int rows, int customers) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "orderNumber,externalId,customerExternalId,orderedAt,currency,status,product,quantity,unitPrice\n");
            for (int i = from; i < from + rows / LINES_PER_ORDER; i++) {
                String head = "SO-B-%d,BO-%d,B-%d,2026-%02d-%02dT08:30:00Z,CNY,confirmed"
                        .formatted(i, i, i * 31L % customers, i % 12 + 1, i % 28 + 1);
                for (int line = 0; line < LINES_PER_ORDER; line++) {
                    out.write("%s,P-%d,%d,%d.50\n".formatted(head, (i + line) % 500, line + 1, i % 300 + 10));
                }
            }
        }
        return file;
    }
}
