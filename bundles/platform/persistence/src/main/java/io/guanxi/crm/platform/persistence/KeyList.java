package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Keys, each a Long or a String, for the condition that a column is one of them. To PostgreSQL they are one parameter, an
 * array, which it takes several times as fast as many. To Derby each is a parameter, and the list is filled up to a power of
 * two by repeating the last key: a handful of statements serves lists of every length, so that they are found prepared.
 */
public final class KeyList<K> {

    /** Most keys of a list on Derby. */
    static final int MOST_PARAMETERS = 512;

    /** Most keys of a list on PostgreSQL. */
    static final int MOST_IN_ARRAY = 8192;

    private final SqlDialect dialect;
    private final List<K> keys;

    private KeyList(SqlDialect dialect, List<K> keys) {
        this.dialect = dialect;
        this.keys = List.copyOf(keys);
    }

    /** The distinct keys in their order, in as many lists as it takes; none for no keys. */
    public static <K> List<KeyList<K>> of(Connection connection, Collection<K> keys) throws SQLException {
        return keys.isEmpty() ? List.of() : of(SqlDialect.of(connection), keys);
    }

    static <K> List<KeyList<K>> of(SqlDialect dialect, Collection<K> keys) {
        int most = dialect == SqlDialect.POSTGRESQL ? MOST_IN_ARRAY : MOST_PARAMETERS;
        List<K> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        List<KeyList<K>> lists = new ArrayList<>();
        for (int start = 0; start < distinct.size(); start += most) {
            lists.add(new KeyList<>(dialect, distinct.subList(start, Math.min(start + most, distinct.size()))));
        }
        return lists;
    }

    /** At least one, each once. */
    public List<K> keys() {
        return keys;
    }

    /** What follows the column's name in a statement, a blank first. */
    public String condition() {
        return dialect == SqlDialect.POSTGRESQL ? " = ANY (?)" : " IN (?" + ", ?".repeat(parameters() - 1) + ")";
    }

    /**
     * Binds the parameters of {@link #condition()}.
     *
     * @param index of the first of them
     */
    public void bind(PreparedStatement statement, int index) throws SQLException {
        if (dialect == SqlDialect.POSTGRESQL) {
            String type = keys.get(0) instanceof Long ? "bigint" : "varchar";
            statement.setArray(index, statement.getConnection().createArrayOf(type, keys.toArray()));
        } else {
            for (int i = 0; i < parameters(); i++) {
                statement.setObject(index + i, keys.get(Math.min(i, keys.size() - 1)));
            }
        }
    }

    private int parameters() {
        int highest = Integer.highestOneBit(keys.size());
        return highest == keys.size() ? highest : 2 * highest;
    }
}
