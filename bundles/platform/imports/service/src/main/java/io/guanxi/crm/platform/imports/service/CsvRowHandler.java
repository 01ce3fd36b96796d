package io.guanxi.crm.platform.imports.service;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Gathers the cells of a row, no more of them than the header has columns. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final String[] values;
    private final int longest;

    CsvRowHandler(int width, int longest) {
        this.values = new String[width];
        this.longest = longest;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (length > longest) {
            throw Unreadable.fieldTooLong(getStartingLineNumber(), longest);
        }
        if (index < values.length) {
            values[index] = length == 0 ? "" : new String(buffer, offset, length);
        }
    }

    @Override
    protected CsvRow buildRecord() {
        int kept = Math.min(getFieldCount(), values.length);
        return new CsvRow(getStartingLineNumber(), getFieldCount(), Arrays.asList(Arrays.copyOf(values, kept)));
    }

    /** Where the row begins that is being read. */
    long line() {
        return getStartingLineNumber();
    }
}
