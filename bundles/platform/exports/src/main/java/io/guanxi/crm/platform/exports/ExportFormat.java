package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.exports.internal.CsvFile;
import io.guanxi.crm.platform.exports.internal.NdjsonFile;
import io.guanxi.crm.platform.exports.internal.XlsxFile;
import java.io.IOException;
import java.io.OutputStream;

/** The formats of files. */
public enum ExportFormat {
    /** RFC 4180 in UTF-8 with byte order mark, without live formulas; see {@link InertText}. */
    CSV(ExportFormat.CSV_TYPE, "csv") {
        @Override
        public RowWriter open(OutputStream out, FileHeader header, String title) throws IOException {
            return new CsvFile(out, header);
        }
    },
    /** One sheet, or several of the same header where one can't hold all rows. Numbers and dates are typed, texts never formulas. */
    XLSX(ExportFormat.XLSX_TYPE, "xlsx") {
        @Override
        public RowWriter open(OutputStream out, FileHeader header, String title) throws IOException {
            return new XlsxFile(out, header, title);
        }
    },
    /** A JSON object a line, absent values left out; decimals are strings, as everywhere on the wire. */
    NDJSON(ExportFormat.NDJSON_TYPE, "ndjson") {
        @Override
        public RowWriter open(OutputStream out, FileHeader header, String title) throws IOException {
            return new NdjsonFile(out, header);
        }
    };

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String NDJSON_TYPE = "application/x-ndjson";

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of file names, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Begins a file. Closing the writer completes the file and flushes the stream, which stays open.
     *
     * @param title of the sheet, where the format has sheets
     */
    public abstract RowWriter open(OutputStream out, FileHeader header, String title) throws IOException;
}
