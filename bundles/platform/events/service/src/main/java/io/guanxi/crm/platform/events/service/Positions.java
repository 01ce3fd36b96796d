package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where each subscriber stands, and who serves it. A subscriber is served by the holder of its lease; every write names
 * the holder, so that one who has lost the lease without knowing it changes nothing.
 */
final class Positions {

    private static final String COLUMNS =
            "NAME, FEED_NO, HOLDER, LEASE_UNTIL, SEEN_AT, ATTEMPTS, RETRY_AT, LAST_ERROR, PAUSED, REPLAY";

    private final Jdbc jdbc;
    private final Transactions transactions;

    Positions(Jdbc jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Enters a name that is not there yet; it starts at the end of the feed. */
    void enter(String name, Instant now) {
        if (find(name).isPresent()) {
            return;
        }
        try {
            transactions.callAlone(() -> jdbc.update(
                    "INSERT INTO CRM_EVENTS_POSITION (NAME, FEED_NO, SEEN_AT)"
                            + " SELECT CAST(? AS VARCHAR(120)), FEED_NO, CAST(? AS BIGINT)"
                            + " FROM CRM_EVENTS_POSITION WHERE NAME = '" + Feed.COUNTER + "'",
                    statement -> {
                        statement.setString(1, name);
                        Rows.setInstant(statement, 2, now);
                    }));
        } catch (SqlFailedException e) {
            if (!e.isConstraintViolation()) { // else another node has entered the same name just now
                throw e;
            }
        }
    }

    Optional<Position> find(String name) {
        return jdbc.first(
                "SELECT " + COLUMNS + " FROM CRM_EVENTS_POSITION WHERE NAME = ?",
                statement -> statement.setString(1, name),
                Positions::position);
    }

    /** All subscribers by name. */
    List<Position> list() {
        return jdbc.list(
                "SELECT " + COLUMNS + " FROM CRM_EVENTS_POSITION WHERE NAME <> ? ORDER BY NAME",
                statement -> statement.setString(1, Feed.COUNTER),
                Positions::position);
    }

    /** Takes the lease where it is free; true where the holder has it now. */
    boolean acquire(String name, String holder, Instant now, Instant until) {
        String sql = "UPDATE CRM_EVENTS_POSITION SET HOLDER = ?, LEASE_UNTIL = ?, SEEN_AT = ?"
                + " WHERE NAME = ? AND (HOLDER IS NULL OR HOLDER = ? OR LEASE_UNTIL < ?)";
        return jdbc.update(sql, statement -> {
                    statement.setString(1, holder);
                    Rows.setInstant(statement, 2, until);
                    Rows.setInstant(statement, 3, now);
                    statement.setString(4, name);
                    statement.setString(5, holder);
                    Rows.setInstant(statement, 6, now);
                })
                == 1;
    }

    /** Makes the leases of these holders last longer. */
    void renew(Collection<String> holders, Instant now, Instant until) {
        for (KeyList<String> some : jdbc.with(connection -> KeyList.of(connection, holders))) {
            String sql = "UPDATE CRM_EVENTS_POSITION SET LEASE_UNTIL = ?, SEEN_AT = ? WHERE HOLDER" + some.condition();
            jdbc.update(sql, statement -> {
                Rows.setInstant(statement, 1, until);
                Rows.setInstant(statement, 2, now);
                some.bind(statement, 3);
            });
        }
    }

    void release(String holder) {
        jdbc.update(
                "UPDATE CRM_EVENTS_POSITION SET HOLDER = NULL, LEASE_UNTIL = 0 WHERE HOLDER = ?",
                statement -> statement.setString(1, holder));
    }

    /** For a database that only one process can use: whoever held a lease before is gone. */
    void releaseAll() {
        jdbc.update(
                "UPDATE CRM_EVENTS_POSITION SET HOLDER = NULL, LEASE_UNTIL = 0 WHERE HOLDER IS NOT NULL", Jdbc.NONE);
    }

    /** Moves on and forgets former failures. */
    void move(String name, String holder, long sequence) {
        String sql = "UPDATE CRM_EVENTS_POSITION SET FEED_NO = ?, ATTEMPTS = 0, RETRY_AT = NULL, LAST_ERROR = NULL"
                + " WHERE NAME = ? AND HOLDER = ?";
        requireHeld(jdbc.update(sql, statement -> {
            statement.setLong(1, sequence);
            statement.setString(2, name);
            statement.setString(3, holder);
        }));
    }

    void failed(String name, String holder, int attempts, String error, Instant retryAt) {
        String sql = "UPDATE CRM_EVENTS_POSITION SET ATTEMPTS = ?, LAST_ERROR = ?, RETRY_AT = ?"
                + " WHERE NAME = ? AND HOLDER = ?";
        requireHeld(jdbc.update(sql, statement -> {
            statement.setInt(1, attempts);
            statement.setString(2, error);
            Rows.setInstant(statement, 3, retryAt);
            statement.setString(4, name);
            statement.setString(5, holder);
        }));
    }

    boolean pause(String name, boolean paused) {
        String sql = "UPDATE CRM_EVENTS_POSITION SET PAUSED = ?, RETRY_AT = NULL WHERE NAME = ?";
        return jdbc.update(sql, statement -> {
                    statement.setInt(1, paused ? 1 : 0);
                    statement.setString(2, name);
                })
                == 1;
    }

    void forget(String name) {
        jdbc.update("DELETE FROM CRM_EVENTS_POSITION WHERE NAME = ?", statement -> statement.setString(1, name));
    }

    void wantReplay(String name, boolean wanted) {
        jdbc.update("UPDATE CRM_EVENTS_POSITION SET REPLAY = ? WHERE NAME = ?", statement -> {
            statement.setInt(1, wanted ? 1 : 0);
            statement.setString(2, name);
        });
    }

    private static void requireHeld(int rows) {
        if (rows == 0) {
            throw new LeaseLostException();
        }
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getString("NAME"),
                row.getLong("FEED_NO"),
                Rows.optionalText(row, "HOLDER"),
                Rows.instant(row, "LEASE_UNTIL"),
                Rows.instant(row, "SEEN_AT"),
                row.getInt("ATTEMPTS"),
                Rows.optionalInstant(row, "RETRY_AT"),
                Rows.optionalText(row, "LAST_ERROR"),
                row.getInt("PAUSED") == 1,
                row.getInt("REPLAY") == 1);
    }
}
