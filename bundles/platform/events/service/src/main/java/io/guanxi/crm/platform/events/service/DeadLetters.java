package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.DeadLetter;
import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events that subscribers could not take, with a copy of each: the feed may have dropped it meanwhile. */
final class DeadLetters {

    private static final String COLUMNS = "SUBSCRIBER, " + EventRows.COLUMNS + ", ATTEMPTS, ERROR, DIED_AT, REPLAY";
    private static final String ONE = " WHERE SUBSCRIBER = ? AND FEED_NO = ?";

    private final Jdbc jdbc;

    DeadLetters(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(String subscriber, List<Event> events, int attempts, String error, Instant now) {
        String sql = "INSERT INTO CRM_EVENTS_DEAD_LETTER (SUBSCRIBER, FEED_NO, TOPIC, RECORD_TYPE, RECORD_ID,"
                + " PUBLISHED_AT, DATA, ATTEMPTS, ERROR, DIED_AT, REPLAY) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
        jdbc.with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (Event event : events) {
                    insert.setString(1, subscriber);
                    insert.setLong(2, event.sequence());
                    int next = EventRows.bind(insert, 3, event.news(), event.at());
                    insert.setInt(next, attempts);
                    insert.setString(next + 1, error);
                    Rows.setInstant(insert, next + 2, now);
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }

    /** The records whose events have to wait. */
    Set<RecordKey> records(String subscriber) {
        return new HashSet<>(jdbc.list(
                "SELECT DISTINCT RECORD_TYPE, RECORD_ID FROM CRM_EVENTS_DEAD_LETTER WHERE SUBSCRIBER = ?",
                statement -> statement.setString(1, subscriber),
                row -> new RecordKey(row.getString(1), row.getLong(2))));
    }

    /** How many letters each subscriber has; none for one that has none. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.list(
                "SELECT SUBSCRIBER, COUNT(*) FROM CRM_EVENTS_DEAD_LETTER GROUP BY SUBSCRIBER",
                Jdbc.NONE,
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    long count(String subscriber) {
        return jdbc.first(
                        "SELECT COUNT(*) FROM CRM_EVENTS_DEAD_LETTER WHERE SUBSCRIBER = ?",
                        statement -> statement.setString(1, subscriber),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    List<DeadLetter> list(String subscriber, long after, int limit) {
        return select(subscriber, after, "", limit);
    }

    /** Those that are to be delivered again, oldest first. */
    List<DeadLetter> replaying(String subscriber, long after, int limit) {
        return select(subscriber, after, " AND REPLAY = 1", limit);
    }

    private List<DeadLetter> select(String subscriber, long after, String condition, int limit) {
        return jdbc.list(
                "SELECT " + COLUMNS + " FROM CRM_EVENTS_DEAD_LETTER WHERE SUBSCRIBER = ? AND FEED_NO > ?" + condition
                        + " ORDER BY FEED_NO FETCH FIRST " + limit + " ROWS ONLY",
                statement -> {
                    statement.setString(1, subscriber);
                    statement.setLong(2, after);
                },
                DeadLetters::letter);
    }

    Optional<DeadLetter> find(String subscriber, long sequence) {
        return jdbc.first(
                "SELECT " + COLUMNS + " FROM CRM_EVENTS_DEAD_LETTER" + ONE,
                statement -> key(statement, 1, subscriber, sequence),
                DeadLetters::letter);
    }

    /** Marks all letters of the record; gives their number. */
    int replay(String subscriber, RecordKey key) {
        String sql = "UPDATE CRM_EVENTS_DEAD_LETTER SET REPLAY = 1"
                + " WHERE SUBSCRIBER = ? AND RECORD_TYPE = ? AND RECORD_ID = ?";
        return jdbc.update(sql, statement -> {
            statement.setString(1, subscriber);
            statement.setString(2, key.type());
            statement.setLong(3, key.id());
        });
    }

    int replayAll(String subscriber) {
        return jdbc.update(
                "UPDATE CRM_EVENTS_DEAD_LETTER SET REPLAY = 1 WHERE SUBSCRIBER = ?",
                statement -> statement.setString(1, subscriber));
    }

    /** It failed again; it and the later ones of its record wait for another replay. */
    void failedAgain(DeadLetter letter, String error, Instant now) {
        String record = "UPDATE CRM_EVENTS_DEAD_LETTER SET REPLAY = 0"
                + " WHERE SUBSCRIBER = ? AND RECORD_TYPE = ? AND RECORD_ID = ?";
        jdbc.update(record, statement -> {
            statement.setString(1, letter.subscriber());
            statement.setString(2, letter.event().news().recordType());
            statement.setLong(3, letter.event().news().recordId());
        });
        String sql = "UPDATE CRM_EVENTS_DEAD_LETTER SET ATTEMPTS = ATTEMPTS + 1, ERROR = ?, DIED_AT = ?" + ONE;
        jdbc.update(sql, statement -> {
            statement.setString(1, error);
            Rows.setInstant(statement, 2, now);
            key(statement, 3, letter.subscriber(), letter.event().sequence());
        });
    }

    void removeAll(String subscriber) {
        jdbc.update(
                "DELETE FROM CRM_EVENTS_DEAD_LETTER WHERE SUBSCRIBER = ?",
                statement -> statement.setString(1, subscriber));
    }

    boolean remove(String subscriber, long sequence) {
        return jdbc.update(
                        "DELETE FROM CRM_EVENTS_DEAD_LETTER" + ONE,
                        statement -> key(statement, 1, subscriber, sequence))
                == 1;
    }

    private static void key(PreparedStatement statement, int from, String subscriber, long sequence)
            throws SQLException {
        statement.setString(from, subscriber);
        statement.setLong(from + 1, sequence);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("SUBSCRIBER"),
                EventRows.read(row),
                row.getInt("ATTEMPTS"),
                row.getString("ERROR"),
                Rows.instant(row, "DIED_AT"),
                row.getInt("REPLAY") == 1);
    }
}
