package io.guanxi.crm.platform.testing;

import io.guanxi.crm.platform.exports.Export;
import io.guanxi.crm.platform.exports.ExportFormat;
import io.guanxi.crm.platform.exports.ExportSource;
import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportMode;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.Rejection;
import io.guanxi.crm.platform.imports.RowPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whole files, out of an export and into an import. */
public final class FileExchange {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FileExchange() {}

    /** All records as a file. */
    public static byte[] exported(ExportSource source, ExportFormat format, Optional<Locale> labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Export.of(source, source.all()).writeTo(out, format, labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same as text with codes for a header. */
    public static String text(ExportSource source, ExportFormat format) {
        return new String(exported(source, format, Optional.empty()), StandardCharsets.UTF_8);
    }

    /**
     * Exports all records as CSV and XLSX, the columns named by code and in either language, and imports each file again: what
     * was not found unchanged, none where all was.
     *
     * @param records how many there are
     */
    public static List<String> changedByTheWay(Imports imports, ExportSource source, long records) {
        List<String> changed = new ArrayList<>();
        for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
            for (Optional<Locale> labels : List.of(
                    Optional.<Locale>empty(), Optional.of(Locale.ENGLISH), Optional.of(Locale.SIMPLIFIED_CHINESE))) {
                ImportJob job = imported(imports, source.type(), exported(source, format, labels));
                if (job.unchanged() != records || job.created() + job.updated() + job.rejected() > 0) {
                    changed.add(format + " " + labels + " " + job + " " + verdicts(imports, job));
                }
            }
        }
        return changed;
    }

    /** The import of the file once it is over. */
    public static ImportJob imported(Imports imports, String type, byte[] file) {
        ImportRequest request =
                new ImportRequest(type, type, ImportMode.UPSERT, RowPolicy.WHOLE, false, Optional.empty());
        try {
            return finished(imports, imports.start(request, new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The import once it, or its undo where that was asked for, is over; as it stands where that takes minutes. */
    public static ImportJob finished(Imports imports, ImportJob job) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ImportJob now = imports.find(job.id()).orElseThrow();
        while (!isOver(now) && System.nanoTime() < end) {
            Thread.onSpinWait();
            now = imports.find(job.id()).orElseThrow();
        }
        return now;
    }

    private static boolean isOver(ImportJob job) {
        return job.state().isOver()
                && job.undo().map(undo -> undo.state().isOver()).orElse(true);
    }

    /** What was rejected, as {@code line column code}. */
    public static List<String> verdicts(Imports imports, ImportJob job) {
        List<Rejection> all = new ArrayList<>();
        imports.rejections(job.id(), all::add);
        return all.stream()
                .map(r -> r.line() + " " + r.column() + " " + r.code())
                .toList();
    }
}
