package io.guanxi.crm.platform.jobs;

import io.guanxi.crm.platform.problem.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands.
 *
 * @param schedule in words, such as {@code 0 3 * * * Asia/Shanghai} or {@code every PT1H}
 * @param nextRunAt empty for one that isn't due by itself any more
 * @param node where it runs at present
 */
public record JobStatus(
        String name,
        Text label,
        String schedule,
        State state,
        Optional<Run> lastRun,
        Optional<Instant> nextRunAt,
        Optional<String> node) {

    /** Whether it works. */
    public enum State {
        IDLE,
        RUNNING
    }
}
