package io.guanxi.crm.platform.imports.service;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** The rows of a file one by one, blank ones left out; memory does not grow with the file. */
final class CsvRows implements Closeable {

    /** Characters a cell may have. */
    static final int LONGEST_CELL = 64 * 1024;

    private final CountedStream stream;
    private final CsvRowHandler handler;
    private final CsvReader<CsvRow> reader;
    private final Iterator<CsvRow> rows;

    private CsvRows(CountedStream stream, CsvRowHandler handler, CsvReader<CsvRow> reader) {
        this.stream = stream;
        this.handler = handler;
        this.reader = reader;
        this.rows = reader.iterator();
    }

    static CsvRows open(Path file, Encoding encoding, char separator, int width) throws IOException {
        boolean numbered = Spool.isNumbered(file);
        CountedStream stream = new CountedStream(Files.newInputStream(file));
        CsvRowHandler handler = new CsvRowHandler(width, LONGEST_CELL, numbered);
        CsvReader<CsvRow> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * LONGEST_CELL)
                .build(handler, StrictText.reader(stream, encoding));
        return new CsvRows(stream, handler, reader);
    }

    /** @throws UnreadableFileException where the rows can't be told apart any more */
    Optional<CsvRow> next() {
        try {
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw refused(e);
        }
    }

    /** The parser tells its reasons in words only. */
    private UnreadableFileException refused(CsvParseException e) {
        String reason = String.valueOf(e.getMessage());
        if (e.getCause() instanceof UnreadableFileException unreadable) {
            return unreadable;
        } else if (reason.contains("Unclosed quoted field")) {
            return Unreadable.openQuote(handler.line());
        } else if (reason.contains("after closing quote")) {
            return Unreadable.brokenQuote(handler.line());
        } else if (reason.contains("buffer size")) {
            return Unreadable.fieldTooLong(handler.line(), LONGEST_CELL);
        }
        throw e;
    }

    /** Bytes taken from the file so far; a little ahead of the row. */
    long position() {
        return stream.count();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts what was read. */
    private static final class CountedStream extends FilterInputStream {

        private long count;

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            return n;
        }

        long count() {
            return count;
        }
    }
}
