package io.guanxi.crm.platform.shell;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.Imports;
import io.guanxi.crm.platform.imports.Rejection;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.support.table.ShellTable;

/** How an import is shown on the console. */
final class ImportReport {

    private static final int SHOWN = 20;

    private ImportReport() {}

    static String progress(ImportJob job) {
        return String.format(
                Locale.ROOT,
                "%-9s %3.0f %%  %,d rows read, %,d created, %,d updated, %,d unchanged, %,d rows rejected",
                job.state().name().toLowerCase(Locale.ROOT),
                job.progress() * 100,
                job.read(),
                job.created(),
                job.updated(),
                job.unchanged(),
                job.rejected());
    }

    static List<Rejection> firstRejects(Imports imports, ImportJob job) {
        List<Rejection> first = new ArrayList<>();
        if (job.rejected() > 0) {
            imports.rejections(job.id(), rejection -> {
                if (first.size() < SHOWN) {
                    first.add(rejection);
                }
            });
        }
        return first;
    }

    static void print(ImportJob job, List<Rejection> rejects, PrintStream console) {
        job.errorCode()
                .ifPresent(code -> console.println(
                        "failed: " + job.error().map(text -> text.en()).orElse(code)));
        if (!rejects.isEmpty()) {
            ShellTable table = new ShellTable();
            List.of("Line", "Column", "Reason").forEach(table::column);
            rejects.forEach(reject -> table.addRow()
                    .addContent(reject.line(), reject.column(), reject.message().en()));
            table.print(console);
            if (job.rejected() > rejects.size()) {
                console.println("… the first " + rejects.size() + " of " + job.rejected());
            }
        }
    }
}
