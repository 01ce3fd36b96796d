package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.jobs.JobStatus;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.jobs.Run;
import java.util.List;
import java.util.Optional;

/** Starts nothing: the test carries on by itself. */
final class NoJobs implements Jobs {

    @Override
    public List<JobStatus> list() {
        return List.of();
    }

    @Override
    public List<Run> runs(String job, Optional<Long> before, int limit) {
        return List.of();
    }

    @Override
    public void start(String job) {
        // the test does
    }

    @Override
    public void cancel(String job) {
        // nothing runs
    }
}
