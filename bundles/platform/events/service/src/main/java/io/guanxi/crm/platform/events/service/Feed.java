package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The table of events. Events get their number in the feed only after they were committed, by one numbering at a time.
 * So no reader can pass over one whose transaction took long, in whatever order transactions commit.
 *
 * <p>The id is drawn one by one from a sequence that all nodes share, while the record is locked or its version is known:
 * of two changes of one record the later one has the greater id, and the numbering goes by id.
 */
final class Feed {

    static final String COUNTER = "#feed";
    // Derby keeps the plan it made while the table was small; to PostgreSQL the hint is a comment.
    static final String OUTBOX = "CRM_EVENTS_OUTBOX --DERBY-PROPERTIES index=CRM_EVENTS_OUTBOX_FEED\n";

    private static final int NUMBERED_AT_ONCE = 1000;
    private static final String UNNUMBERED = "SELECT ID FROM " + OUTBOX
            + " WHERE FEED_NO IS NULL ORDER BY ID FETCH FIRST " + NUMBERED_AT_ONCE + " ROWS ONLY";
    private static final String AFTER = "SELECT " + EventRows.COLUMNS + " FROM " + OUTBOX
            + " WHERE FEED_NO > ? ORDER BY FEED_NO FETCH FIRST ? ROWS ONLY";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Clock clock;

    Feed(Jdbc jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stores the news in the caller's transaction, without a number yet. */
    void store(List<News> news) {
        Instant now = clock.instant();
        jdbc.with(connection -> {
            String id = SqlDialect.of(connection) == SqlDialect.POSTGRESQL
                    ? "nextval('CRM_EVENTS_TURN_SEQ')"
                    : "NEXT VALUE FOR CRM_EVENTS_TURN_SEQ";
            String sql = "INSERT INTO CRM_EVENTS_OUTBOX (ID, TOPIC, RECORD_TYPE, RECORD_ID, PUBLISHED_AT, DATA)"
                    + " VALUES (" + id + ", ?, ?, ?, ?, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (News one : news) {
                    EventRows.bind(insert, 1, one, now);
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
    }

    /** Numbers what was committed since; true where there may be more. */
    boolean number() {
        if (unnumbered().isEmpty()) {
            return false;
        }
        return transactions.callAlone(() -> jdbc.with(connection -> {
            long last = lockCounter(connection);
            // Read behind the lock: another node may have numbered the same ones meanwhile.
            List<Long> fresh = unnumbered();
            String sql = "UPDATE CRM_EVENTS_OUTBOX SET FEED_NO = ? WHERE ID = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (long id : fresh) {
                    update.setLong(1, ++last);
                    update.setLong(2, id);
                    update.addBatch();
                }
                update.executeBatch();
            }
            moveCounter(last);
            return fresh.size() == NUMBERED_AT_ONCE;
        }));
    }

    private List<Long> unnumbered() {
        return jdbc.list(UNNUMBERED, Jdbc.NONE, row -> row.getLong(1));
    }

    private long lockCounter(Connection connection) throws SQLException {
        String sql = "UPDATE CRM_EVENTS_POSITION SET FEED_NO = FEED_NO WHERE NAME = ?";
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, COUNTER);
            lock.executeUpdate();
        }
        return head();
    }

    private void moveCounter(long last) {
        jdbc.update("UPDATE CRM_EVENTS_POSITION SET FEED_NO = ? WHERE NAME = ?", statement -> {
            statement.setLong(1, last);
            statement.setString(2, COUNTER);
        });
    }

    List<Event> after(long sequence, int limit) {
        return jdbc.list(
                AFTER,
                statement -> {
                    statement.setLong(1, sequence);
                    statement.setInt(2, limit);
                },
                EventRows::read);
    }

    /** The last number given. */
    long head() {
        return jdbc.first(
                        "SELECT FEED_NO FROM CRM_EVENTS_POSITION WHERE NAME = ?",
                        statement -> statement.setString(1, COUNTER),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
