package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Reads the rows of many keys at once. */
public final class KeyQuery {

    private KeyQuery() {}

    /** Binds one key. */
    @FunctionalInterface
    public interface KeyBinder<K> {
        void bind(PreparedStatement statement, int index, K key) throws SQLException;
    }

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
     * @param select a statement that ends in {@code WHERE … IN}
     */
    public static <K> void visit(
            Connection connection, String select, Collection<K> keys, KeyBinder<K> binder, Jdbc.RowVisitor visitor)
            throws SQLException {
        for (InList<K> some : InList.of(keys)) {
            try (PreparedStatement statement = connection.prepareStatement(select + " (" + some.marks() + ")")) {
                bind(statement, some.values(), binder);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        visitor.visit(rows);
                    }
                }
            }
        }
    }

    private static <K> void bind(PreparedStatement statement, List<K> keys, KeyBinder<K> binder) throws SQLException {
        for (int i = 0; i < keys.size(); i++) {
            binder.bind(statement, i + 1, keys.get(i));
        }
    }
}
