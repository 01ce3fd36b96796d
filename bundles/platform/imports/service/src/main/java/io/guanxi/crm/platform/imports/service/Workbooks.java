package io.guanxi.crm.platform.imports.service;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.guanxi.crm.platform.imports.UnreadableFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Takes the rows of the first sheet out of XLSX workbooks, as text, one after the other. */
final class Workbooks {

    /** What a sheet of Excel may be wide; nobody has that many columns. */
    static final int WIDEST = 16_384;

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, false);

    private final ZipGuard guard;

    Workbooks(ZipGuard guard) {
        this.guard = guard;
    }

    /**
     * Writes CSV in UTF-8 whose first cell is the number of the row.
     *
     * @throws UnreadableFileException where the archive is a bomb, the workbook is broken, or the sheet is too wide
     */
    void convert(Path workbook, OutputStream out) throws IOException {
        guard.check(workbook);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile(), OPTIONS);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            CsvWriter csv = CsvWriter.builder().build(text);
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                Row row = all.next();
                if (row.getCellCount() > 0) {
                    csv.writeRecord(cells(row));
                }
            }
            csv.flush();
        } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException | NumberFormatException e) {
            throw Unreadable.brokenWorkbook(e);
        }
        text.flush();
    }

    private static String[] cells(Row row) {
        int width = row.getCellCount();
        if (width > Header.WIDEST) {
            throw Unreadable.tooManyColumns(Header.WIDEST);
        }
        String[] cells = new String[width + 1];
        cells[0] = String.valueOf(row.getRowNum());
        for (int i = 0; i < width; i++) {
            int column = i;
            cells[i + 1] = row.getOptionalCell(i)
                    .map(cell -> SheetCell.text(cell, row.getRowNum(), column))
                    .orElse("");
        }
        return cells;
    }
}
