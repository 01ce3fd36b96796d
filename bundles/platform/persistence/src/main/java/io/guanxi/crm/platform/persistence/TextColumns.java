package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Texts of a table that are rewritten where something has to be taken out of them. In the caller's transaction. */
public final class TextColumns {

    private static final int FETCH = 500;

    private final String table;
    private final List<String> keys;
    private final List<String> texts;
    private final String also;

    /**
     * @param keys columns that tell rows from each other
     * @param texts columns of text
     */
    public TextColumns(String table, List<String> keys, List<String> texts) {
        this(table, keys, texts, "");
    }

    /** @param also what is set besides in a row that changes, such as {@code VERSION = VERSION + 1} */
    public TextColumns(String table, List<String> keys, List<String> texts, String also) {
        this.table = table;
        this.keys = List.copyOf(keys);
        this.texts = List.copyOf(texts);
        this.also = also.isEmpty() ? "" : ", " + also;
    }

    /** Rewrites the rows whose column is one of the values. Gives the number of those that changed. */
    public int rewrite(Connection connection, String column, Collection<Long> values, UnaryOperator<String> rewriter)
            throws SQLException {
        List<Row> changed = new ArrayList<>();
        KeyQuery.visit(connection, select() + " WHERE " + column, values, row -> collect(row, rewriter, changed));
        return write(connection, changed);
    }

    /** Rewrites all rows. On Derby what others are writing is looked at, too, rather than waited for. */
    public int rewriteAll(Connection connection, UnaryOperator<String> rewriter) throws SQLException {
        List<Row> changed = new ArrayList<>();
        String dirty = SqlDialect.of(connection) == SqlDialect.DERBY ? " WITH UR" : "";
        try (PreparedStatement statement = connection.prepareStatement(select() + dirty)) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    collect(rows, rewriter, changed);
                }
            }
        }
        return write(connection, changed);
    }

    private String select() {
        return "SELECT " + String.join(", ", keys) + ", " + String.join(", ", texts) + " FROM " + table;
    }

    private void collect(ResultSet row, UnaryOperator<String> rewriter, List<Row> changed) throws SQLException {
        List<@Nullable String> after = new ArrayList<>();
        boolean differs = false;
        for (int i = 0; i < texts.size(); i++) {
            String before = row.getString(keys.size() + i + 1);
            String text = before == null ? null : rewriter.apply(before);
            differs |= before != null && !before.equals(text);
            after.add(text);
        }
        if (differs) {
            List<Object> key = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                key.add(row.getObject(i + 1));
            }
            changed.add(new Row(key, after));
        }
    }

    private int write(Connection connection, List<Row> changed) throws SQLException {
        if (changed.isEmpty()) {
            return 0;
        }
        String sql = "UPDATE " + table + " SET " + String.join(" = ?, ", texts) + " = ?" + also + " WHERE "
                + String.join(" = ? AND ", keys) + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : changed) {
                int index = 1;
                for (String text : row.texts) {
                    statement.setString(index++, text);
                }
                for (Object key : row.key) {
                    statement.setObject(index++, key);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return changed.size();
    }

    private record Row(List<Object> key, List<@Nullable String> texts) {}
}
