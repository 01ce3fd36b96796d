package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.JobStatus;
import io.guanxi.crm.platform.jobs.Jobs;
import io.guanxi.crm.platform.jobs.Run;
import io.guanxi.crm.platform.jobs.UnknownJobException;
import io.guanxi.crm.platform.persistence.Jdbc;
import io.guanxi.crm.platform.persistence.Node;
import io.guanxi.crm.platform.persistence.SqlDialect;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Jobs whose leases lie in the database. */
@Component(service = Jobs.class, immediate = true)
public class LeasedJobs implements Jobs {

    private static final String TYPE = "job";
    private static final int MOST_AT_ONCE = 1000;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JobTable jobs;
    private final RunTable runs;
    private final Access access;
    private final Clock clock;
    private final Runner runner;
    private final Ticker ticker;

    @Activate
    public LeasedJobs(
            @Reference(target = "(osgi.jndi.service.name=crm/jobs)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference Access access) {
        this(dataSource, transactions, access, Clock.systemUTC(), Node.name(), LEASE);
        // Derby belongs to one process: whoever held a lease before is gone.
        if (new Jdbc(dataSource).with(SqlDialect::of) == SqlDialect.DERBY) {
            jobs.releaseAll();
        }
        ticker.start();
    }

    LeasedJobs(
            DataSource dataSource, Transactions transactions, Access access, Clock clock, String node, Duration lease) {
        Jdbc jdbc = new Jdbc(dataSource);
        this.jobs = new JobTable(jdbc, transactions);
        this.runs = new RunTable(jdbc);
        this.access = access;
        this.clock = clock;
        this.runner = new Runner(jobs, runs, transactions, clock, node, lease);
        this.ticker = new Ticker(runner);
    }

    @Deactivate
    void deactivate() {
        ticker.stop();
        runner.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addJob(Job job) {
        Timetable.next(job.schedule(), clock.instant()); // refuses an expression that isn't one
        runner.add(job);
    }

    void removeJob(Job job) {
        runner.remove(job);
    }

    Runner runner() {
        return runner;
    }

    @Override
    public List<JobStatus> list() {
        access.require(Action.READ, TYPE);
        Instant now = clock.instant();
        Map<String, JobRow> rows = jobs.list().stream().collect(Collectors.toMap(JobRow::name, Function.identity()));
        Map<String, Run> last = runs.last();
        return runner.mine().stream()
                .sorted(Comparator.comparing(Job::name))
                .map(job -> status(
                        job, Optional.ofNullable(rows.get(job.name())), Optional.ofNullable(last.get(job.name())), now))
                .toList();
    }

    private static JobStatus status(Job job, Optional<JobRow> row, Optional<Run> last, Instant now) {
        Optional<String> holder = row.filter(r -> r.isHeldAt(now)).flatMap(JobRow::holder);
        return new JobStatus(
                job.name(),
                job.label(),
                Timetable.text(job.schedule()),
                holder.isPresent() ? JobStatus.State.RUNNING : JobStatus.State.IDLE,
                last,
                row.flatMap(JobRow::nextRunAt),
                holder.map(text -> text.substring(0, text.lastIndexOf('/'))));
    }

    @Override
    public List<Run> runs(String job, Optional<Long> before, int limit) {
        access.require(Action.READ, TYPE);
        require(job);
        return runs.list(job, before, Math.max(1, Math.min(limit, MOST_AT_ONCE)));
    }

    @Override
    public void start(String job) {
        access.require(Action.CONFIGURE, TYPE);
        if (require(job).isHeldAt(clock.instant())) {
            throw new ConflictException("job-running", "The job is running already.", "该任务正在运行。");
        }
        jobs.want(job);
        ticker.hurry();
    }

    @Override
    public void cancel(String job) {
        access.require(Action.CONFIGURE, TYPE);
        if (!require(job).isHeldAt(clock.instant())) {
            throw new ConflictException("job-not-running", "The job is not running.", "该任务未在运行。");
        }
        jobs.cancel(job);
        ticker.hurry();
    }

    private JobRow require(String job) {
        return jobs.find(job).orElseThrow(UnknownJobException::new);
    }
}
