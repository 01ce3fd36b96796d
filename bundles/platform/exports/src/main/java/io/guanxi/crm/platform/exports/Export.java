package io.guanxi.crm.platform.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Records on their way into a file. */
public final class Export {

    private final ExportSource source;
    private final IdBatches batches;
    private final List<ExportColumn> columns;
    private long[] next;

    private Export(ExportSource source, IdBatches batches) {
        this.source = source;
        this.batches = batches;
        this.columns = source.columns();
        this.next = batches.next();
    }

    /**
     * Asks for the first ids at once, so that whatever is wrong with the query is told before a file is begun.
     *
     * @throws io.guanxi.crm.platform.problem.ForbiddenException where the caller may not export
     */
    public static Export of(ExportSource source, IdBatches batches) {
        source.check();
        return new Export(source, batches);
    }

    /**
     * Writes the file. What is thrown on the way leaves it broken off, never complete in appearance only.
     *
     * @param labels language of the header; none: the columns' codes
     * @return number of rows, the header set aside
     */
    public long writeTo(OutputStream out, ExportFormat format, Optional<Locale> labels) throws IOException {
        RowWriter file = format.open(out, header(format, labels), source.type());
        long rows = 0;
        try (ReadAhead batch = new ReadAhead(this::read)) {
            for (Optional<List<ExportRow>> some = batch.next(); some.isPresent(); some = batch.next()) {
                for (ExportRow row : some.get()) {
                    file.write(row);
                }
                rows += some.get().size();
            }
        }
        file.close();
        return rows;
    }

    private Optional<List<ExportRow>> read() {
        if (next.length == 0) {
            return Optional.empty();
        }
        List<ExportRow> rows = source.read(next);
        next = batches.next();
        return Optional.of(rows);
    }

    private FileHeader header(ExportFormat format, Optional<Locale> labels) {
        Optional<Locale> language = labels.filter(l -> format != ExportFormat.NDJSON);
        return FileHeader.of(columns, column -> language.map(column.label()::in).orElse(column.code()));
    }
}
