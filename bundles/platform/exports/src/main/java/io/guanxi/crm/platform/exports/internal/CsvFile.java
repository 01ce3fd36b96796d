package io.guanxi.crm.platform.exports.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.FileHeader;
import io.guanxi.crm.platform.exports.InertText;
import io.guanxi.crm.platform.exports.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Comma-separated, every line ended by CR LF. */
public final class CsvFile implements RowWriter {

    /** Without it Excel reads UTF-8 as the machine's own eight-bit text. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int BUFFER = 64 * 1024;

    private final FileHeader header;
    private final Writer text;
    private final CsvWriter csv;
    private final @Nullable String[] fields;

    public CsvFile(OutputStream out, FileHeader header) throws IOException {
        this.header = header;
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(BUFFER)
                .build(text);
        this.fields = new String[header.width()];
        text.write(BYTE_ORDER_MARK);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = InertText.guarded(header.names().get(i));
        }
        csv.writeRecord(fields);
    }

    @Override
    public void write(ExportRow row) {
        for (int i = 0; i < fields.length; i++) {
            Object cell = header.cell(row, i);
            fields[i] =
                    cell == null ? null : cell instanceof String string ? InertText.guarded(string) : CellText.of(cell);
        }
        csv.writeRecord(fields);
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
