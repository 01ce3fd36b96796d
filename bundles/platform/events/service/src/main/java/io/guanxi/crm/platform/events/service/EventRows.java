package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.events.Event;
import io.guanxi.crm.platform.events.News;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How an event lies in its columns, which the outbox and the dead letters have in common. */
final class EventRows {

    static final String COLUMNS = "FEED_NO, TOPIC, RECORD_TYPE, RECORD_ID, PUBLISHED_AT, DATA";

    private EventRows() {}

    static Event read(ResultSet row) throws SQLException {
        News news = new News(
                row.getString("TOPIC"),
                row.getString("RECORD_TYPE"),
                row.getLong("RECORD_ID"),
                EventData.read(row.getString("DATA")));
        return new Event(row.getLong("FEED_NO"), Rows.instant(row, "PUBLISHED_AT"), news);
    }

    /** Binds topic, record type, record id, instant and data from this parameter on; gives the next free one. */
    static int bind(PreparedStatement statement, int from, News news, java.time.Instant at) throws SQLException {
        statement.setString(from, news.topic());
        statement.setString(from + 1, news.recordType());
        statement.setLong(from + 2, news.recordId());
        Rows.setInstant(statement, from + 3, at);
        statement.setString(from + 4, EventData.write(news.data()));
        return from + 5;
    }
}
