package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportTarget;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One import from the first row to the last, or from where an earlier run was stopped. */
final class JobRun {

    private final RunningJob job;
    private final CsvSource source;
    private final Attempts<ImportTarget> attempts;
    private final ChunkWriter writer;
    private final Signals signals;
    private Tally tally;

    JobRun(
            RunningJob job,
            CsvSource source,
            Tally done,
            Attempts<ImportTarget> attempts,
            ChunkWriter writer,
            Signals signals) {
        this.job = job;
        this.source = source;
        this.tally = done;
        this.attempts = attempts;
        this.writer = writer;
        this.signals = signals;
    }

    /** The counts at the end. */
    Tally run() throws IOException {
        ImportTarget target = attempts.target(job.request().type());
        Set<Long> scattered = FirstLook.at(source, target, signals);
        try (CsvRows rows = source.open()) {
            Gatherer gatherer = new Gatherer(
                    target, source.header(), job.request().policy(), scattered, tally, batch -> write(batch, rows));
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                gatherer.accept(row.get());
            }
            gatherer.finish();
        }
        return tally;
    }

    private void write(Batch batch, CsvRows rows) {
        signals.check();
        double position = Math.min(1, (double) rows.position() / source.size());
        tally = writer.write(job, batch, tally, position);
    }
}
