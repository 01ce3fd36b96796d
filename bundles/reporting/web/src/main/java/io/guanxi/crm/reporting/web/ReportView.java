package io.guanxi.crm.reporting.web;

import io.guanxi.crm.reporting.ReportInfo;
import java.util.List;
import java.util.Locale;

/** A report one may run, on the wire. */
public record ReportView(String id, String title, List<String> parameters) {

    static ReportView of(ReportInfo report, Locale reader) {
        return new ReportView(report.id(), report.title().in(reader), report.parameters());
    }
}
