package io.guanxi.crm.platform.idempotency.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.problem.Text;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes replies away that nobody may ask for any more. */
@Component(configurationPid = "io.guanxi.crm.idempotency")
public class PurgeJob implements Job {

    private final ReplyTable table;
    private final Duration keep;

    @Activate
    public PurgeJob(
            @Reference(target = "(osgi.jndi.service.name=crm/idempotency)") DataSource dataSource,
            JdbcReplies.Config config) {
        this.table = new ReplyTable(new Jdbc(dataSource));
        this.keep = JdbcReplies.kept(config);
    }

    @Override
    public String name() {
        return "idempotency-purge";
    }

    @Override
    public Text label() {
        return new Text("Forget old idempotency keys", "清理过期的幂等键");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(10));
    }

    @Override
    public void run(JobRun run) {
        table.purge(Clock.systemUTC().instant().minus(keep));
    }
}
