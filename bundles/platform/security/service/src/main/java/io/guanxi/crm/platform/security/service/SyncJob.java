package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.IdentityProvider;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the users and departments of all providers over, every hour. */
@Component
public class SyncJob implements Job {

    private final Synchroniser synchroniser;
    private final IdentitySources sources;

    @Activate
    public SyncJob(@Reference Synchroniser synchroniser, @Reference IdentitySources sources) {
        this.synchroniser = synchroniser;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "users-sync";
    }

    @Override
    public Text label() {
        return new Text("Take over users and departments", "同步用户与部门");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobRun run) {
        for (IdentityProvider provider : sources.providers()) {
            if (!run.isCancelled()) {
                synchroniser.synchronise(provider.id());
            }
        }
    }
}
