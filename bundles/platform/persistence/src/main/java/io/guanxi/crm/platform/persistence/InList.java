package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Asks for many keys at once. All statements of one query are equally long, the last key filling up what is left over, so
 * that a database compiles no more than two of them.
 */
public final class InList {

    private static final int MANY = 500;
    private static final int FEW = 20;

    private InList() {}

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
        List<K> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        int length = distinct.size() > FEW ? MANY : FEW;
        String sql = select + " (?" + ", ?".repeat(length - 1) + ")";
        for (int start = 0; start < distinct.size(); start += length) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < length; i++) {
                    binder.bind(statement, i + 1, distinct.get(Math.min(start + i, distinct.size() - 1)));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        visitor.visit(rows);
                    }
                }
            }
        }
    }
}
