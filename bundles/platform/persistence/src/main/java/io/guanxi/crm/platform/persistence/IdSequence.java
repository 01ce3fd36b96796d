package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Ids from a database sequence that counts in blocks of {@value #BLOCK}, the convention JPA's {@code allocationSize} has
 * too, so that both may draw from one sequence. Ids are unique, not contiguous.
 */
public final class IdSequence {

    public static final int BLOCK = 100;

    private final String sequence;
    private @Nullable String statement;
    private long next;
    private long end;

    public IdSequence(String sequence) {
        this.sequence = sequence;
    }

    /** A fresh id; one round trip for every {@value #BLOCK}. */
    public synchronized long next(Connection connection) throws SQLException {
        if (next == end) {
            String sql = statement;
            if (sql == null) {
                sql = SqlDialect.of(connection).nextValue(sequence);
                statement = sql;
            }
            try (Statement s = connection.createStatement();
                    ResultSet row = s.executeQuery(sql)) {
                row.next();
                end = row.getLong(1) + 1;
                next = end - BLOCK;
            }
        }
        return next++;
    }
}
