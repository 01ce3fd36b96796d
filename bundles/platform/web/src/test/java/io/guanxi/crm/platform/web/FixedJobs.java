package io.guanxi.crm.platform.web;

import io.guanxi.crm.platform.jobs.JobStatus;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.jobs.Run;
import io.guanxi.crm.platform.jobs.UnknownJobException;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** One job that has run three times. */
final class FixedJobs implements Jobs {

    @Override
    public List<JobStatus> list() {
        return List.of(new JobStatus(
                "sweep",
                new Text("Sweep", "清扫"),
                "0 3 * * * Asia/Shanghai",
                JobStatus.State.IDLE,
                Optional.of(run(3)),
                Optional.of(Platform.AT),
                Optional.empty()));
    }

    @Override
    public List<Run> runs(String job, Optional<Long> before, int limit) {
        require(job);
        return LongStream.iterate(before.orElse(4L) - 1, n -> n > 0, n -> n - 1)
                .limit(limit)
                .mapToObj(FixedJobs::run)
                .toList();
    }

    private static Run run(long id) {
        return new Run(
                id,
                "sweep",
                "one",
                false,
                Platform.AT,
                Optional.of(Platform.AT),
                Optional.of(Run.Outcome.DONE),
                Optional.empty());
    }

    @Override
    public void start(String job) {
        require(job);
    }

    @Override
    public void cancel(String job) {
        require(job);
        throw new ConflictException("job-not-running", "The job is not running.", "该任务未在运行。");
    }

    private static void require(String job) {
        if (!job.equals("sweep")) {
            throw new UnknownJobException();
        }
    }
}
