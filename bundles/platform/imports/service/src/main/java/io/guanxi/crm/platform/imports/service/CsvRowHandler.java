package io.guanxi.crm.platform.imports.service;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.guanxi.crm.platform.exports.InertText;
import java.util.Arrays;

/** Gathers the cells of a row, no more of them than the header has columns. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final String[] values;
    private final int longest;
    private final int hidden;
    private long number;

    /** @param numbered whether each row begins with its number in the workbook it was taken from */
    CsvRowHandler(int width, int longest, boolean numbered) {
        this.values = new String[width];
        this.longest = longest;
        this.hidden = numbered ? 1 : 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (length > longest) {
            throw Unreadable.fieldTooLong(line(), longest);
        }
        if (index < hidden) {
            number = Long.parseLong(new String(buffer, offset, length));
        } else if (index - hidden < values.length) {
            values[index - hidden] = length == 0 ? "" : text(new String(buffer, offset, length));
        }
    }

    /** Only what comes out of a CSV file was guarded; a cell of a workbook says what it means. */
    private String text(String cell) {
        return hidden == 0 ? InertText.unguarded(cell) : cell;
    }

    @Override
    protected CsvRow buildRecord() {
        int cells = getFieldCount() - hidden;
        int kept = Math.max(0, Math.min(cells, values.length));
        return new CsvRow(line(), cells, Arrays.asList(Arrays.copyOf(values, kept)));
    }

    /** Where the row begins that is being read. */
    long line() {
        return hidden == 0 ? getStartingLineNumber() : number;
    }
}
