package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.audit.Finding;
import io.guanxi.crm.platform.persistence.Collision;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.KeyQuery;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.persistence.SqlFailedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries and digests that no seal covers and that don't wait for one: nobody wrote them as they are written. */
final class Strangers {

    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
    private static final int MOST = 100;

    private final Jdbc jdbc;

    Strangers(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Finding> uncovered() {
        return jdbc.list(
                "SELECT I.POSITION, I.ITEM_ID FROM CRM_HISTORY_SEAL_ITEM I WHERE I.POSITION > (SELECT COALESCE("
                        + "MAX(LAST_POSITION), 0) FROM CRM_HISTORY_SEAL) FETCH FIRST " + MOST + " ROWS ONLY",
                Jdbc.NONE,
                row -> inserted(row.getLong("POSITION"), row.getLong("ITEM_ID")));
    }

    static Finding inserted(long position, long entry) {
        return new Finding(
                Finding.Kind.INSERTED,
                Optional.empty(),
                Optional.of(position),
                Optional.of(entry),
                Optional.empty(),
                Optional.empty());
    }

    List<Finding> unsealed() {
        List<Finding> found = new ArrayList<>(unsealed("CRM_HISTORY_CHANGE"));
        found.addAll(unsealed("CRM_HISTORY_ACT"));
        return found;
    }

    /**
     * Derby would wait for who is writing; so it shows what isn't committed too, and what is found is looked at again.
     */
    private List<Finding> unsealed(String table) {
        String dirty = jdbc.with(SqlDialect::of) == SqlDialect.DERBY ? " WITH UR" : "";
        List<Long> suspects = jdbc.list(
                sql(table) + " FETCH FIRST " + MOST + " ROWS ONLY" + dirty, Jdbc.NONE, row -> row.getLong("ID"));
        List<Finding> found = new ArrayList<>();
        try {
            jdbc.with(connection -> {
                KeyQuery.visit(connection, sql(table) + " AND E.ID", suspects, row -> found.add(finding(row)));
                return 0;
            });
        } catch (SqlFailedException e) {
            if (!Collision.is(e)) {
                throw e;
            }
            LOG.debug("somebody writes for long", e);
        }
        return found;
    }

    private static String sql(String table) {
        return "SELECT E.ID, E.RECORD_TYPE, E.RECORD_ID FROM " + table + " E WHERE NOT EXISTS"
                + " (SELECT 1 FROM CRM_HISTORY_SEAL_ITEM I WHERE I.ITEM_ID = E.ID) AND NOT EXISTS"
                + " (SELECT 1 FROM CRM_HISTORY_UNSEALED U WHERE E.ID >= U.FIRST_ID AND E.ID <= U.LAST_ID)";
    }

    private static Finding finding(ResultSet row) throws SQLException {
        Optional<String> type = Optional.ofNullable(row.getString("RECORD_TYPE"));
        long number = row.getLong("RECORD_ID");
        Optional<Long> record = row.wasNull() ? Optional.empty() : Optional.of(number);
        return new Finding(
                Finding.Kind.INSERTED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.getLong("ID")),
                type,
                record);
    }
}
