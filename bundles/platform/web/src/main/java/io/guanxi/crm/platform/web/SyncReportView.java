package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.security.SyncReport;
import java.time.Instant;
import java.util.List;

/** What became of a provider's users and departments, on the wire. */
public record SyncReportView(
        Instant at, String by, Counts users, Counts departments, int conflictCount, List<Conflict> conflicts) {

    /** Of users or of departments. */
    public record Counts(int created, int changed, int gone) {

        static Counts of(SyncReport.Counts counts) {
            return new Counts(counts.created(), counts.changed(), counts.gone());
        }
    }

    /** Something that was not taken over. */
    public record Conflict(String recordType, String externalId, String name, String code, LabelView message) {}

    static SyncReportView of(SyncReport report) {
        return new SyncReportView(
                report.at(),
                report.by(),
                Counts.of(report.users()),
                Counts.of(report.departments()),
                report.conflictCount(),
                report.conflicts().stream()
                        .map(one -> new Conflict(
                                one.recordType(), one.externalId(), one.name(), one.code(), LabelView.of(one.text())))
                        .toList());
    }
}
