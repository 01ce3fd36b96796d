package io.guanxi.crm.platform.privacy.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobRun;
import io.guanxi.crm.platform.jobs.Schedule;
import io.guanxi.crm.platform.problem.Text;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Carries erasures on: at once when one is asked for, and again where one was held up. */
@Component
public class ErasureJob implements Job {

    static final String NAME = "privacy-erasures";

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final JdbcPersonalData data;

    @Activate
    public ErasureJob(@Reference JdbcPersonalData data) {
        this.data = data;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text label() {
        return new Text("Erase persons", "删除个人数据");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public void run(JobRun run) {
        data.run().carryOn(run::isCancelled);
    }
}
