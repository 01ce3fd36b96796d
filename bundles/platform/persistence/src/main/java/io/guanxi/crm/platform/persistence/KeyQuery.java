package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Reads the rows of many keys at once. */
public final class KeyQuery {

    private KeyQuery() {}

    /**
     * The table, to be read through the index behind this constraint. Derby compiles a statement once, and if the table
     * was small then it would go on reading all of it; to PostgreSQL this is a comment.
     */
    public static String table(String table, String constraint) {
        return table + " --DERBY-PROPERTIES constraint=" + constraint + "\n";
    }

    /**
     * Visits the rows for these keys, each key asked for once, in no particular order.
     *
     * @param select a statement that ends in {@code WHERE …} and the column of the keys
     * @param keys Longs or Strings, as the column is
     */
    public static <K> void visit(Connection connection, String select, Collection<K> keys, Jdbc.RowVisitor visitor)
            throws SQLException {
        for (KeyList<K> some : KeyList.of(connection, keys)) {
            try (PreparedStatement statement = connection.prepareStatement(select + some.condition())) {
                some.bind(statement, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        visitor.visit(rows);
                    }
                }
            }
        }
    }

    /**
     * The ids behind these texts; unknown ones are missing in the answer.
     *
     * @param select a statement of the text and the id that ends in {@code WHERE …} and the column of the texts
     * @param typed makes a typed id of a number
     */
    public static <T> Map<String, T> idsByText(
            Jdbc jdbc, String select, Collection<String> texts, LongFunction<T> typed) {
        return jdbc.with(connection -> {
            Map<String, T> found = new HashMap<>();
            visit(connection, select, texts, row -> found.put(row.getString(1), typed.apply(row.getLong(2))));
            return found;
        });
    }
}
