package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.audit.ActKind;
import io.guanxi.crm.platform.audit.AuditTrail;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyList;
import io.guanxi.crm.platform.persistence.Transactions;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Forgets acts of reading that are old. Their digests stay, so the chain does; it holds that they were taken away. */
final class Retention {

    private static final int BATCH = 2000;
    private static final String OLD = "SELECT A.ID FROM CRM_HISTORY_ACT A WHERE A.ACTED_AT < ? AND A.KIND IN (?, ?)"
            + " AND EXISTS (SELECT 1 FROM CRM_HISTORY_SEAL_ITEM I WHERE I.ITEM_ID = A.ID AND I.POSITION <= ?)"
            + " FETCH FIRST " + BATCH + " ROWS ONLY";
    private static final String SEALED = "SELECT MAX(LAST_POSITION) FROM CRM_HISTORY_SEAL WHERE SEALED_AT < ?";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;
    private final int days;

    Retention(Jdbc jdbc, Transactions transactions, AuditTrail trail, Clock clock, int days) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.days = days;
    }

    /** Gives how many were forgotten; none where they are kept for ever. */
    long sweep(BooleanSupplier stopped) {
        if (days <= 0) {
            return 0;
        }
        Instant bound = clock.instant().minus(Duration.ofDays(days));
        long upTo = jdbc.first(SEALED, statement -> statement.setLong(1, bound.toEpochMilli()), row -> row.getLong(1))
                .orElse(0L);
        long swept = 0;
        int some = 1;
        while (some > 0 && !stopped.getAsBoolean()) {
            boolean first = swept == 0;
            some = transactions.call(() -> sweepSome(bound, upTo, first));
            swept += some;
        }
        return swept;
    }

    private int sweepSome(Instant bound, long upTo, boolean first) {
        List<Long> old = jdbc.list(
                OLD,
                statement -> {
                    statement.setLong(1, bound.toEpochMilli());
                    statement.setString(2, ActKind.READ.name());
                    statement.setString(3, ActKind.LISTED.name());
                    statement.setLong(4, upTo);
                },
                row -> row.getLong(1));
        if (!old.isEmpty() && first) {
            trail.record(Act.of(ActKind.RETIRED).telling("before", bound).telling(Permits.UP_TO, upTo));
        }
        jdbc.with(connection -> {
            for (KeyList<Long> keys : KeyList.of(connection, old)) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM CRM_HISTORY_ACT WHERE ID" + keys.condition())) {
                    keys.bind(delete, 1);
                    delete.executeUpdate();
                }
            }
            return 0;
        });
        return old.size();
    }
}
