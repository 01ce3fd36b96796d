package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Act;
import io.guanxi.crm.platform.history.WireJson;
import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.IdSequence;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds acts, with what has to be sealed of them. Whoever calls it has a transaction. */
final class ActWriter {

    private static final List<String> COLUMNS =
            List.of("ID", "KIND", "ACTED_AT", "ACTED_BY", "ADDRESS", "RECORD_TYPE", "RECORD_ID", "DETAIL");
    private static final int LONGEST_NAME = 200;

    private final Jdbc jdbc;
    private final IdSequence ids;

    ActWriter(Jdbc jdbc, IdSequence ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** An act with when and from where it was done. */
    record Done(Act act, Instant at, String by, Optional<String> address) {}

    void write(List<Done> acts) {
        jdbc.with(connection -> {
            BatchInsert rows = BatchInsert.of(connection, "CRM_HISTORY_ACT", COLUMNS);
            List<Long> taken = new ArrayList<>();
            for (Done done : acts) {
                long id = ids.next(connection);
                taken.add(id);
                rows.add((statement, first) -> bind(statement, first, id, done));
            }
            rows.write();
            Unsealed.add(connection, Source.ACT, taken);
            return 0;
        });
    }

    private static void bind(PreparedStatement s, int first, long id, Done done) throws SQLException {
        Act act = done.act();
        s.setLong(first, id);
        s.setString(first + 1, act.kind().name());
        Rows.setInstant(s, first + 2, done.at());
        s.setString(first + 3, cut(done.by()));
        Rows.setText(s, first + 4, done.address());
        Rows.setText(s, first + 5, act.recordType());
        if (act.recordId().isPresent()) {
            s.setLong(first + 6, act.recordId().get());
        } else {
            s.setNull(first + 6, Types.BIGINT);
        }
        Rows.setText(
                s, first + 7, act.detail().isEmpty() ? Optional.empty() : Optional.of(WireJson.write(act.detail())));
    }

    // A name that was tried may be anything.
    private static String cut(String name) {
        String legible = name.replace('\u0000', '?');
        return legible.length() <= LONGEST_NAME ? legible : legible.substring(0, LONGEST_NAME);
    }
}
