package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.http.Ids;
import io.guanxi.crm.platform.jobs.JobStatus;
import io.guanxi.crm.platform.jobs.Run;
import io.guanxi.crm.platform.problem.Text;
import java.time.Instant;
import java.util.Optional;

/** A job on the wire. */
public record JobView(
        String name,
        LabelView label,
        String schedule,
        String state,
        Optional<RunView> lastRun,
        Optional<Instant> nextRunAt,
        Optional<String> node) {

    /** What users are shown, in both languages. */
    public record LabelView(String en, String zh) {

        static LabelView of(Text text) {
            return new LabelView(text.en(), text.zh());
        }
    }

    /** One run; while it goes on, without end and outcome. */
    public record RunView(
            String id,
            String node,
            boolean manual,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<String> outcome,
            Optional<String> error) {

        static RunView of(Run run) {
            return new RunView(
                    Ids.toText(run.id()),
                    run.node(),
                    run.manual(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.outcome().map(Enum::name),
                    run.error());
        }
    }

    static JobView of(JobStatus job) {
        return new JobView(
                job.name(),
                LabelView.of(job.label()),
                job.schedule(),
                job.state().name(),
                job.lastRun().map(RunView::of),
                job.nextRunAt(),
                job.node());
    }
}
