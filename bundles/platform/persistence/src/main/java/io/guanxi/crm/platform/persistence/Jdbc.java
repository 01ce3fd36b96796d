package io.guanxi.crm.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain JDBC on a module's data source; joins the caller's transaction, else each call commits by itself. */
public final class Jdbc {

    private final DataSource dataSource;

    public Jdbc(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets the parameters of a statement. */
    @FunctionalInterface
    public interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Makes a value of the row the cursor stands on. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Uses each row while it passes; nothing is collected. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Binds nothing. */
    public static final Binder NONE = statement -> {};

    /** Runs the work on one connection, which is given back afterwards. */
    public <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    /** All rows, in the order the statement gives them. */
    public <T> List<T> list(String sql, Binder binder, RowMapper<T> mapper) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> result = new ArrayList<>();
                    while (rows.next()) {
                        result.add(mapper.map(rows));
                    }
                    return result;
                }
            }
        });
    }

    /** The first row; empty where there is none. */
    public <T> Optional<T> first(String sql, Binder binder, RowMapper<T> mapper) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                statement.setMaxRows(1);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
                }
            }
        });
    }

    /** Visits all rows while they stream in, {@code fetchSize} at a time. Call it inside a transaction: PostgreSQL streams only there. */
    public void stream(String sql, Binder binder, int fetchSize, RowVisitor visitor) {
        with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(fetchSize);
                binder.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        visitor.visit(rows);
                    }
                }
            }
            return 0;
        });
    }

    /** Number of rows changed. */
    public int update(String sql, Binder binder) {
        return with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                return statement.executeUpdate();
            }
        });
    }
}
