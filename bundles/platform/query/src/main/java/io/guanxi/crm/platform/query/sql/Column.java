package io.guanxi.crm.platform.query.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where the values of a field lie. */
public sealed interface Column {

    /**
     * In the record's own row.
     *
     * @param sql the column with its table's alias, such as {@code C.NAME_KEY}
     * @param key makes of a text what the column holds of it; the text itself where the column holds it as it is
     */
    record Own(String sql, Storage storage, boolean nullable, UnaryOperator<String> key, boolean folded)
            implements Column {

        /** A column that always has a value. */
        public static Own of(String sql, Storage storage) {
            return new Own(sql, storage, false, UnaryOperator.identity(), false);
        }

        /** A column that may be NULL. */
        public static Own nullable(String sql, Storage storage) {
            return new Own(sql, storage, true, UnaryOperator.identity(), false);
        }

        /** A column that holds a key of the text, case folded; comparisons and sorting go by the key. */
        public static Own key(String sql, UnaryOperator<String> key) {
            return new Own(sql, Storage.TEXT, false, key, true);
        }
    }

    /**
     * In rows beside, none, one or many for a record.
     *
     * @param record the record's id with its table's alias, such as {@code C.ID}
     * @param owner the column of {@code table} that holds it
     * @param condition what else chooses the rows, such as {@code P.FIELD_ID = ?}, its table being {@code P}; may be blank
     * @param values of the parameters in it
     * @param searched true where an index leads from values to records
     */
    record Beside(
            String record,
            String table,
            String owner,
            String column,
            Storage storage,
            String condition,
            List<Object> values,
            boolean searched)
            implements Column {

        public Beside {
            values = List.copyOf(values);
        }

        /** All rows of a table of the record's parts. */
        public static Beside of(String record, String table, String owner, String column, Storage storage) {
            return new Beside(record, table, owner, column, storage, "", List.of(), false);
        }
    }
}
