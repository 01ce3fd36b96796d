package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.persistence.Jdbc;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes events that are old enough and that every subscriber has taken. A subscriber that no node has had for a long
 * time is not waited for any more.
 */
record Retention(Stores stores, Duration kept, Duration absence) {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 1000;

    private record Old(long id, long sequence, long publishedAt) {}

    /** Gives the number of events deleted. */
    long sweep(BooleanSupplier stop) {
        Instant now = stores.clock().instant();
        long taken = takenByAll(now);
        long oldest = now.minus(kept).toEpochMilli();
        long deleted = 0;
        while (!stop.getAsBoolean()) {
            List<Old> batch = oldest();
            List<Old> old = batch.stream()
                    .takeWhile(event -> event.sequence() <= taken && event.publishedAt() < oldest)
                    .toList();
            if (old.isEmpty()) {
                break;
            }
            deleted += delete(old);
        }
        LOG.info("{} events deleted that are older than {} days", deleted, kept.toDays());
        return deleted;
    }

    private long takenByAll(Instant now) {
        long taken = stores.feed().head();
        for (Position row : stores.positions().list()) {
            if (row.seenAt().isBefore(now.minus(absence))) {
                LOG.warn("{} was last seen on {}; its events are not kept for it any more", row.name(), row.seenAt());
            } else {
                taken = Math.min(taken, row.sequence());
            }
        }
        return taken;
    }

    private List<Old> oldest() {
        return stores.jdbc()
                .list(
                        "SELECT ID, FEED_NO, PUBLISHED_AT FROM " + Feed.OUTBOX
                                + " WHERE FEED_NO > 0 ORDER BY FEED_NO FETCH FIRST " + BATCH + " ROWS ONLY",
                        Jdbc.NONE,
                        row -> new Old(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    // One by one by their key: Derby would read the whole table for a range.
    private int delete(List<Old> old) {
        return stores.transactions().callAlone(() -> stores.jdbc().with(connection -> {
            String sql = "DELETE FROM CRM_EVENTS_OUTBOX WHERE ID = ?";
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                for (Old event : old) {
                    delete.setLong(1, event.id());
                    delete.addBatch();
                }
                return delete.executeBatch().length;
            }
        }));
    }
}
