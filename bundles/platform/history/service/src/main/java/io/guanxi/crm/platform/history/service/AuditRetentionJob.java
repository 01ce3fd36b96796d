package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.problem.Text;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets acts of reading once an hour. */
@Component
public class AuditRetentionJob implements Job {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final JdbcAuditTrail trail;

    @Activate
    public AuditRetentionJob(@Reference JdbcAuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit-retention";
    }

    @Override
    public Text label() {
        return new Text("Forget old acts of reading", "清理过期的查阅记录");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public void run(JobRun run) {
        trail.retention().sweep(run::isCancelled);
    }
}
