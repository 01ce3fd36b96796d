package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.fields.CustomValues;
import org.jspecify.annotations.Nullable;

/**
 * A row that is being put together, a cell per column of the record type: String, Number, LocalDate, Instant, Boolean, or null
 * for no value; and what the custom fields of its record hold.
 */
public final class ExportRow {

    private final @Nullable Object[] cells;
    private CustomValues custom = CustomValues.NONE;

    /** A row without values. */
    public ExportRow(int width) {
        this.cells = new Object[width];
    }

    /** A row of these values. */
    public static ExportRow of(@Nullable Object... cells) {
        ExportRow row = new ExportRow(cells.length);
        for (int i = 0; i < cells.length; i++) {
            row.cells[i] = cells[i];
        }
        return row;
    }

    public @Nullable Object get(int column) {
        return cells[column];
    }

    public void set(int column, @Nullable Object value) {
        cells[column] = value;
    }

    /** Copies all cells of the other row to where they stand from this column on. */
    public void setAll(int column, ExportRow other) {
        System.arraycopy(other.cells, 0, cells, column, other.cells.length);
    }

    public CustomValues custom() {
        return custom;
    }

    public void setCustom(CustomValues values) {
        custom = values;
    }

    public int width() {
        return cells.length;
    }
}
