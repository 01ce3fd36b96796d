package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.FileHeader;
import io.guanxi.crm.platform.exports.RowWriter;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.RejectedRow;
import io.guanxi.crm.platform.imports.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rejected rows as they stand in their file, and why they were left out: correct them and send the file back. Imports pass the
 * added columns over.
 */
final class RejectsCsv {

    private static final List<String> REASONS =
            List.of("reject:line", "reject:column", "reject:code", "reject:message");

    private RejectsCsv() {}

    static void write(Imports imports, long id, Locale locale, OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(imports.header(id));
        int width = header.size();
        header.addAll(REASONS);
        try (RowWriter csv = ExportFormat.CSV.open(out, FileHeader.of(header), "rejects")) {
            imports.rejectedRows(id, row -> write(csv, row, width, locale));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(RowWriter csv, RejectedRow row, int width, Locale locale) {
        ExportRow cells = new ExportRow(width + REASONS.size());
        for (int i = 0; i < Math.min(width, row.cells().size()); i++) {
            cells.set(i, row.cells().get(i));
        }
        cells.set(width, row.line());
        cells.set(width + 1, joined(row, Rejection::column));
        cells.set(width + 2, joined(row, Rejection::code));
        cells.set(width + 3, joined(row, rejection -> rejection.message().in(locale)));
        try {
            csv.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String joined(RejectedRow row, Function<Rejection, String> what) {
        return row.reasons().stream().map(what).distinct().collect(Collectors.joining("; "));
    }
}
