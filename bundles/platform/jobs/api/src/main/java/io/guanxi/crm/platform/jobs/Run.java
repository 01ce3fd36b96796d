package io.guanxi.crm.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a job.
 *
 * @param manual started by somebody, not by its schedule
 * @param finishedAt empty while it runs
 * @param outcome empty while it runs
 * @param error class and first line of what the job threw
 */
public record Run(
        long id,
        String job,
        String node,
        boolean manual,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Outcome> outcome,
        Optional<String> error) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        FAILED,
        CANCELLED
    }
}
