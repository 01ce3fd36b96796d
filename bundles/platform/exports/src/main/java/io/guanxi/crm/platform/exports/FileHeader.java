package io.guanxi.crm.platform.exports;

import io.guanxi.crm.platform.fields.Field;
import io.guanxi.crm.platform.fields.FieldValue;
import io.guanxi.crm.platform.fields.FieldValue.BooleanValue;
import io.guanxi.crm.platform.fields.FieldValue.DateValue;
import io.guanxi.crm.platform.fields.FieldValue.InstantValue;
import io.guanxi.crm.platform.fields.FieldValue.NumberValue;
import io.guanxi.crm.platform.fields.values.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file: those of the record type first, then those of custom fields.
 *
 * @param names of all columns, as the first row has them
 * @param custom codes of the custom fields, without {@value Field#CUSTOM}; theirs are the last columns
 */
public record FileHeader(List<String> names, List<String> custom) {

    public FileHeader {
        names = List.copyOf(names);
        custom = List.copyOf(custom);
    }

    /** Columns without custom fields. */
    public static FileHeader of(List<String> names) {
        return new FileHeader(names, List.of());
    }

    static FileHeader of(List<ExportColumn> columns, Function<ExportColumn, String> name) {
        List<String> names = new ArrayList<>(columns.size());
        List<String> custom = new ArrayList<>();
        for (ExportColumn column : columns) {
            names.add(name.apply(column));
            if (column.code().startsWith(Field.CUSTOM)) {
                custom.add(column.code().substring(Field.CUSTOM.length()));
            }
        }
        return new FileHeader(names, custom);
    }

    public int width() {
        return names.size();
    }

    /** Number of columns that are not of custom fields. */
    public int ownWidth() {
        return names.size() - custom.size();
    }

    /** What the row has in the column: String, Number, LocalDate, Instant, Boolean, or null for no value. */
    public @Nullable Object cell(ExportRow row, int column) {
        int own = ownWidth();
        return column < own
                ? row.get(column)
                : row.custom()
                        .get(custom.get(column - own))
                        .map(FileHeader::plain)
                        .orElse(null);
    }

    private static Object plain(FieldValue value) {
        if (value instanceof NumberValue number) {
            return number.number();
        } else if (value instanceof DateValue date) {
            return date.date();
        } else if (value instanceof InstantValue instant) {
            return instant.instant();
        }
        return value instanceof BooleanValue flag ? (Object) flag.isTrue() : ValueText.of(value);
    }
}
