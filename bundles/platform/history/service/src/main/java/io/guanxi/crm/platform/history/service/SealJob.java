package io.guanxi.crm.platform.history.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.problem.Text;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seals what has been written since. */
@Component
public class SealJob implements Job {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final JdbcAuditTrail trail;

    @Activate
    public SealJob(@Reference JdbcAuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit-seal";
    }

    @Override
    public Text label() {
        return new Text("Seal the audit trail", "封存审计记录");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public void run(JobRun run) {
        trail.sealer().sealAll(run::isCancelled);
    }
}
