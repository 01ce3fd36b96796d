package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
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
 * <p>The id is drawn while the record is locked or its version is known: one by one from a sequence that all nodes share
 * on PostgreSQL, from the one process's block on Derby. So of two changes of one record the later one has the greater id,
 * and the numbering goes by id.
 */
final class Feed {

    static final String COUNTER = "#feed";
    // Derby keeps the plan it made while the table was small; to PostgreSQL the hint is a comment.
    static final String OUTBOX = "CRM_EVENTS_OUTBOX --DERBY-PROPERTIES index=CRM_EVENTS_OUTBOX_FEED\n";

    private static final String SEQUENCE = "CRM_EVENTS_TURN_SEQ";
    private static final int NUMBERED_AT_ONCE = 1000;
    private static final String UNNUMBERED =
            "SELECT ID FROM " + OUTBOX + " WHERE FEED_NO IS NULL AND ID <= ? ORDER BY ID FETCH FIRST ? ROWS ONLY";
    private static final String NUMBER_AT_ONCE = "UPDATE CRM_EVENTS_OUTBOX O SET FEED_NO = ? + N.PLACE FROM"
            + " (SELECT ID, ROW_NUMBER() OVER (ORDER BY ID) AS PLACE FROM"
            + " (SELECT ID FROM CRM_EVENTS_OUTBOX WHERE FEED_NO IS NULL ORDER BY ID FETCH FIRST " + NUMBERED_AT_ONCE
            + " ROWS ONLY) U) N WHERE O.ID = N.ID";
    private static final String INSERT =
            "INSERT INTO CRM_EVENTS_OUTBOX (TOPIC, RECORD_TYPE, RECORD_ID, PUBLISHED_AT, DATA, ID)";
    private static final String GIVEN = "(?, ?, ?, ?, ?, ?)";
    private static final String DRAWN = "(?, ?, ?, ?, ?, nextval('" + SEQUENCE + "'))";
    private static final String AFTER = "SELECT " + EventRows.COLUMNS + " FROM " + OUTBOX
            + " WHERE FEED_NO > ? ORDER BY FEED_NO FETCH FIRST ? ROWS ONLY";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSequence ids = new IdSequence(SEQUENCE);

    Feed(Jdbc jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stores the news in the caller's transaction, without a number yet. */
    void store(List<News> news) {
        Instant now = clock.instant();
        jdbc.with(connection -> {
            boolean shared = isShared(connection);
            BatchInsert insert = BatchInsert.of(connection, INSERT, shared ? DRAWN : GIVEN);
            for (News one : news) {
                long id = shared ? 0 : ids.next(connection);
                insert.add((statement, first) -> {
                    int next = EventRows.bind(statement, first, one, now);
                    if (!shared) {
                        statement.setLong(next, id);
                    }
                });
            }
            insert.write();
            return 0;
        });
    }

    /** True where other nodes may use the database too. */
    private static boolean isShared(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.POSTGRESQL;
    }

    /** Numbers what was committed since; true where there may be more. */
    boolean number() {
        boolean shared = jdbc.with(Feed::isShared);
        // On Derby this waits for transactions that are open; so it is done before anything is locked.
        List<Long> seen = unnumbered(Long.MAX_VALUE, shared ? 1 : NUMBERED_AT_ONCE);
        if (seen.isEmpty()) {
            return false;
        }
        long upTo = seen.get(seen.size() - 1);
        return transactions.callAlone(() -> jdbc.with(connection -> {
            // Read again behind the lock: another node may have numbered the same ones meanwhile.
            long last = lockCounter(connection);
            int numbered = shared ? numberAtOnce(connection, last) : numberEach(connection, last, upTo);
            moveCounter(last + numbered);
            return numbered == NUMBERED_AT_ONCE;
        }));
    }

    private static int numberAtOnce(Connection connection, long last) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NUMBER_AT_ONCE)) {
            update.setLong(1, last);
            return update.executeUpdate();
        }
    }

    private int numberEach(Connection connection, long last, long upTo) throws SQLException {
        List<Long> fresh = unnumbered(upTo, NUMBERED_AT_ONCE);
        long number = last;
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE CRM_EVENTS_OUTBOX SET FEED_NO = ? WHERE ID = ?")) {
            for (long id : fresh) {
                update.setLong(1, ++number);
                update.setLong(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
        return fresh.size();
    }

    private List<Long> unnumbered(long upTo, int limit) {
        return jdbc.list(
                UNNUMBERED,
                statement -> {
                    statement.setLong(1, upTo);
                    statement.setInt(2, limit);
                },
                row -> row.getLong(1));
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
