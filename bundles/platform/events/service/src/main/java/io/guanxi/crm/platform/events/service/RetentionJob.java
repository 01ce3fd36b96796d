package io.guanxi.crm.platform.events.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.problem.Text;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes old events once an hour. */
@Component(configurationPid = "io.guanxi.crm.events")
public class RetentionJob implements Job {

    private final Retention retention;

    @Activate
    public RetentionJob(@Reference JdbcOutbox outbox, EventsConfig config) {
        this.retention = new Retention(
                outbox.stores(), Duration.ofDays(config.retentionDays()), Duration.ofDays(config.absenceDays()));
    }

    @Override
    public String name() {
        return "events-retention";
    }

    @Override
    public Text label() {
        return new Text("Delete old events", "清理过期事件");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobRun run) {
        retention.sweep(run::isCancelled);
    }
}
