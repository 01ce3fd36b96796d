package io.guanxi.crm.platform.exports.internal;

import io.guanxi.crm.platform.exports.ExportRow;
import io.guanxi.crm.platform.exports.FileHeader;
import io.guanxi.crm.platform.exports.RowWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook that is sent while it is written. Texts stand in their cells: a table of all texts would grow with the file. */
public final class XlsxFile implements RowWriter {

    /** What a sheet may hold, its header set aside. */
    private static final int ROWS = 1_048_575;
    /** What a cell may hold; a longer text is cut, its end marked. */
    private static final int LONGEST = 32_767;

    /** How exact a number of a spreadsheet is; one with more digits is written as text. */
    private static final int DIGITS = 15;
    /** The first year in which all spreadsheets count days alike; an earlier date is written as text. */
    private static final int FIRST_YEAR = 1901;

    private static final int FLUSHED = 500;

    private final FileHeader header;
    private final String title;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    public XlsxFile(OutputStream out, FileHeader header, String title) throws IOException {
        this.header = header;
        this.title = title;
        this.workbook = new Workbook(new Unclosed(out), "Guanxi", "1.0");
        workbook.setCompressionLevel(3);
        this.sheet = begun();
    }

    private Worksheet begun() {
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int i = 0; i < header.width(); i++) {
            next.inlineString(0, i, header.names().get(i));
            next.style(0, i).bold().set();
        }
        next.freezePane(0, 1);
        row = 0;
        return next;
    }

    @Override
    public void write(ExportRow cells) throws IOException {
        if (row == ROWS) {
            sheet.finish();
            sheet = begun();
        }
        row++;
        for (int i = 0; i < header.width(); i++) {
            Object cell = header.cell(cells, i);
            if (cell != null) {
                put(i, cell);
            }
        }
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void put(int column, Object cell) {
        if (isInexact(cell)) {
            sheet.inlineString(row, column, CellText.of(cell));
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Instant instant) {
            // as text: a cell knows no zone
            sheet.inlineString(row, column, instant.toString());
        } else {
            sheet.inlineString(row, column, fit(cell.toString()));
        }
    }

    private static boolean isInexact(Object cell) {
        return cell instanceof BigDecimal number
                ? number.precision() > DIGITS
                : cell instanceof LocalDate date && date.getYear() < FIRST_YEAR;
    }

    private static String fit(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    /** The workbook closes what it writes to; whose stream it is decides that himself. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
