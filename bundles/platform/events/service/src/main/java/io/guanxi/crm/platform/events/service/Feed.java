package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import io.guanxi.crm.platform.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The tables behind the feed. Events get their number in the feed only after they were committed, by one numbering at a
 * time. So no reader can pass over one whose transaction took long, in whatever order transactions commit.
 */
final class Feed {

    private static final int NUMBERED_AT_ONCE = 1000;
    private static final String COUNTER = "#feed";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSequence ids = new IdSequence("CRM_EVENTS_OUTBOX_SEQ");

    Feed(Jdbc jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stores the news in the caller's transaction, without a number yet. */
    void store(List<News> news) {
        String sql = "INSERT INTO CRM_EVENTS_OUTBOX (ID, TOPIC, RECORD_TYPE, RECORD_ID, PUBLISHED_AT, DATA)"
                + " VALUES (?, ?, ?, ?, ?, ?)";
        jdbc.with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (News one : news) {
                    insert.setLong(1, ids.next(connection));
                    insert.setString(2, one.topic());
                    insert.setString(3, one.recordType());
                    insert.setLong(4, one.recordId());
                    Rows.setInstant(insert, 5, clock.instant());
                    insert.setString(6, EventData.write(one.data()));
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }

    /** Numbers what was committed since; true where there may be more. */
    boolean number() {
        return transactions.callAlone(() -> jdbc.with(connection -> {
            List<Long> fresh = unnumbered();
            if (fresh.isEmpty()) {
                return false;
            }
            long last = lockCounter(connection);
            // Read again behind the lock: another node may have numbered the same ones meanwhile.
            fresh = unnumbered();
            String sql = "UPDATE CRM_EVENTS_OUTBOX SET FEED_NO = ? WHERE ID = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (long id : fresh) {
                    update.setLong(1, ++last);
                    update.setLong(2, id);
                    update.addBatch();
                }
                update.executeBatch();
            }
            savePosition(COUNTER, last);
            return fresh.size() == NUMBERED_AT_ONCE;
        }));
    }

    private List<Long> unnumbered() {
        return jdbc.list(
                "SELECT ID FROM CRM_EVENTS_OUTBOX WHERE FEED_NO IS NULL ORDER BY ID FETCH FIRST " + NUMBERED_AT_ONCE
                        + " ROWS ONLY",
                Jdbc.NONE,
                row -> row.getLong(1));
    }

    private long lockCounter(Connection connection) throws SQLException {
        String sql = "UPDATE CRM_EVENTS_POSITION SET FEED_NO = FEED_NO WHERE NAME = ?";
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, COUNTER);
            lock.executeUpdate();
        }
        return position(COUNTER).orElseThrow();
    }

    List<Event> after(long sequence, int limit) {
        return jdbc.list(
                "SELECT FEED_NO, TOPIC, RECORD_TYPE, RECORD_ID, PUBLISHED_AT, DATA FROM CRM_EVENTS_OUTBOX"
                        + " WHERE FEED_NO > ? ORDER BY FEED_NO FETCH FIRST " + limit + " ROWS ONLY",
                statement -> statement.setLong(1, sequence),
                Feed::event);
    }

    private static Event event(ResultSet row) throws SQLException {
        News news = new News(
                row.getString("TOPIC"),
                row.getString("RECORD_TYPE"),
                row.getLong("RECORD_ID"),
                EventData.read(row.getString("DATA")));
        return new Event(row.getLong("FEED_NO"), Rows.instant(row, "PUBLISHED_AT"), news);
    }

    /** Where the subscriber stands; a new one starts at the end of the feed. */
    long subscribe(String name) {
        return position(name).orElseGet(() -> {
            try {
                return transactions.callAlone(() -> enter(name));
            } catch (SqlFailedException e) {
                if (e.isConstraintViolation()) { // another node entered the same name just now
                    return position(name).orElseThrow(() -> e);
                }
                throw e;
            }
        });
    }

    private long enter(String name) {
        long end = position(COUNTER).orElseThrow();
        jdbc.update("INSERT INTO CRM_EVENTS_POSITION (NAME, FEED_NO) VALUES (?, ?)", statement -> {
            statement.setString(1, name);
            statement.setLong(2, end);
        });
        return end;
    }

    void savePosition(String name, long sequence) {
        jdbc.update("UPDATE CRM_EVENTS_POSITION SET FEED_NO = ? WHERE NAME = ?", statement -> {
            statement.setLong(1, sequence);
            statement.setString(2, name);
        });
    }

    private Optional<Long> position(String name) {
        return jdbc.first(
                "SELECT FEED_NO FROM CRM_EVENTS_POSITION WHERE NAME = ?",
                statement -> statement.setString(1, name),
                row -> row.getLong(1));
    }
}
