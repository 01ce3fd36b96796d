package io.guanxi.crm.platform.security.service;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Ids that may be missing. */
final class Ids {

    private Ids() {}

    static Optional<Long> optional(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }

    static void set(PreparedStatement statement, int index, Optional<Long> id) throws SQLException {
        if (id.isPresent()) {
            statement.setLong(index, id.get());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }
}
