package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.persistence.BatchInsert;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Rows;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.SyncConflict;
import io.guanxi.crm.platform.security.SyncReport;
import java.util.List;
import java.util.Optional;

/** How it went the last time, by provider. */
final class SyncTable {

    private static final List<String> COLUMNS =
            List.of("SOURCE", "PLACE", "RECORD_TYPE", "EXTERNAL_ID", "NAME", "CODE", "TEXT_EN", "TEXT_ZH");

    private final Jdbc jdbc;

    SyncTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String provider, SyncReport report) {
        jdbc.update("DELETE FROM CRM_SECURITY_SYNC_CONFLICT WHERE SOURCE = ?", s -> s.setString(1, provider));
        jdbc.update("DELETE FROM CRM_SECURITY_SYNC WHERE SOURCE = ?", s -> s.setString(1, provider));
        jdbc.update(
                "INSERT INTO CRM_SECURITY_SYNC (SOURCE, SYNCED_AT, ASKED_BY, USERS_CREATED, USERS_CHANGED, USERS_GONE,"
                        + " DEPTS_CREATED, DEPTS_CHANGED, DEPTS_GONE, CONFLICTS) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setString(1, provider);
                    Rows.setInstant(s, 2, report.at());
                    s.setString(3, report.by());
                    s.setInt(4, report.users().created());
                    s.setInt(5, report.users().changed());
                    s.setInt(6, report.users().gone());
                    s.setInt(7, report.departments().created());
                    s.setInt(8, report.departments().changed());
                    s.setInt(9, report.departments().gone());
                    s.setInt(10, report.conflictCount());
                });
        jdbc.with(connection -> {
            BatchInsert rows = BatchInsert.of(connection, "CRM_SECURITY_SYNC_CONFLICT", COLUMNS);
            for (int i = 0; i < report.conflicts().size(); i++) {
                int place = i;
                SyncConflict conflict = report.conflicts().get(i);
                rows.add((s, first) -> {
                    s.setString(first, provider);
                    s.setInt(first + 1, place);
                    s.setString(first + 2, conflict.recordType());
                    s.setString(first + 3, conflict.externalId());
                    s.setString(first + 4, conflict.name());
                    s.setString(first + 5, conflict.code());
                    s.setString(first + 6, conflict.text().en());
                    s.setString(first + 7, conflict.text().zh());
                });
            }
            rows.write();
            return 0;
        });
    }

    Optional<SyncReport> find(String provider) {
        List<SyncConflict> conflicts = jdbc.list(
                "SELECT * FROM CRM_SECURITY_SYNC_CONFLICT WHERE SOURCE = ? ORDER BY PLACE",
                s -> s.setString(1, provider),
                row -> new SyncConflict(
                        row.getString("RECORD_TYPE"),
                        row.getString("EXTERNAL_ID"),
                        row.getString("NAME"),
                        row.getString("CODE"),
                        new Text(row.getString("TEXT_EN"), row.getString("TEXT_ZH"))));
        return jdbc.first(
                "SELECT * FROM CRM_SECURITY_SYNC WHERE SOURCE = ?",
                s -> s.setString(1, provider),
                row -> new SyncReport(
                        Rows.instant(row, "SYNCED_AT"),
                        row.getString("ASKED_BY"),
                        new SyncReport.Counts(
                                row.getInt("USERS_CREATED"), row.getInt("USERS_CHANGED"), row.getInt("USERS_GONE")),
                        new SyncReport.Counts(
                                row.getInt("DEPTS_CREATED"), row.getInt("DEPTS_CHANGED"), row.getInt("DEPTS_GONE")),
                        conflicts,
                        row.getInt("CONFLICTS")));
    }
}
