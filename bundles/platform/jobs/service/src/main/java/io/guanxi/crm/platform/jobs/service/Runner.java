package io.guanxi.crm.platform.jobs.service;

import io.guanxi.crm.platform.jobs.Job;
import io.guanxi.crm.platform.jobs.Run;
import io.guanxi.crm.platform.persistence.Transactions;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of this node that are due and that no other node runs. A job stays due until its run has ended: where a
 * node dies over it, the next one to find its lease run out does it again.
 */
final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int RENEWALS = 3;
    private static final String NODE_GONE = "the node went away";

    private final JobTable jobs;
    private final RunTable runs;
    private final Transactions transactions;
    private final Clock clock;
    private final String node;
    private final Duration lease;
    private final Map<String, Job> mine = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);
    private Instant renewed = Instant.EPOCH;

    Runner(JobTable jobs, RunTable runs, Transactions transactions, Clock clock, String node, Duration lease) {
        this.jobs = jobs;
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
        this.node = node;
        this.lease = lease;
    }

    void add(Job job) {
        mine.put(job.name(), job);
    }

    /** Lets a run of the job come to its end: its code is about to go. */
    void remove(Job job) {
        mine.remove(job.name(), job);
        Held run = held.get(job.name());
        if (run != null && run.job() == job) {
            run.interrupt();
        }
    }

    Collection<Job> mine() {
        return mine.values();
    }

    boolean isIdle() {
        return held.isEmpty();
    }

    /** What a second's tick does. */
    void tick() {
        if (mine.isEmpty() && held.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        renew(now);
        Map<String, JobRow> rows = jobs.list().stream().collect(Collectors.toMap(JobRow::name, Function.identity()));
        held.values().forEach(run -> look(run, rows.get(run.job().name())));
        for (Job job : List.copyOf(mine.values())) {
            JobRow row = entered(job, rows.get(job.name()), now);
            if (!held.containsKey(job.name()) && row.isDueAt(now) && !row.isHeldAt(now)) {
                begin(job, row, now);
            }
        }
    }

    private void renew(Instant now) {
        if (!now.isBefore(renewed.plus(lease.dividedBy(RENEWALS)))) {
            jobs.renew(held.values().stream().map(Held::holder).toList(), now.plus(lease));
            renewed = now;
        }
    }

    private static void look(Held run, @org.jspecify.annotations.Nullable JobRow row) {
        if (row == null || row.holder().filter(run.holder()::equals).isEmpty()) {
            run.interrupt(); // the lease ran out, and another node has it now
        } else if (row.cancelled()) {
            run.cancel();
        }
    }

    private JobRow entered(Job job, @org.jspecify.annotations.Nullable JobRow row, Instant now) {
        String schedule = Timetable.text(job.schedule());
        if (row == null) {
            jobs.enter(job.name(), schedule, Timetable.first(job.schedule(), now));
        } else if (!row.schedule().equals(schedule)) {
            jobs.reschedule(job.name(), schedule, Timetable.first(job.schedule(), now));
        } else {
            return row;
        }
        return jobs.find(job.name()).orElseThrow();
    }

    private void begin(Job job, JobRow row, Instant now) {
        String holder = node + "/" + UUID.randomUUID().toString().substring(0, 8);
        Optional<Held> run = transactions.callAlone(() -> {
            if (!jobs.claim(job.name(), holder, now, now.plus(lease))) {
                return Optional.empty();
            }
            runs.abandon(job.name(), NODE_GONE, now);
            return Optional.of(new Held(job, holder, runs.begin(job.name(), holder, row.wanted(), now)));
        });
        if (run.isPresent()) {
            held.put(job.name(), run.get());
            executor.execute(() -> work(run.get(), row));
        }
    }

    // An Error too is the outcome of a run, not the end of the thread that has to write it down.
    private void work(Held run, JobRow row) {
        Optional<String> error = Optional.empty();
        try {
            Callers.runAs(
                    Caller.system("job:" + run.job().name()), () -> run.job().run(run));
        } catch (RuntimeException | Error e) {
            LOG.warn("job {} failed", run.job().name(), e);
            error = Optional.of(Failure.text(e));
        }
        try {
            end(run, row, error);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the end of job {} can't be written down; its lease will run out",
                    run.job().name(),
                    e);
        } finally {
            held.remove(run.job().name(), run);
        }
    }

    private void end(Held run, JobRow row, Optional<String> error) {
        Instant now = clock.instant();
        Run.Outcome outcome =
                run.isCancelled() ? Run.Outcome.CANCELLED : error.isPresent() ? Run.Outcome.FAILED : Run.Outcome.DONE;
        // One that was started by hand before its time leaves its time as it is; one that was broken off is due at
        // once.
        boolean early = row.nextRunAt().filter(at -> !at.isAfter(now)).isEmpty();
        Optional<Instant> next = early || run.isInterrupted()
                ? row.nextRunAt()
                : Timetable.next(run.job().schedule(), now);
        transactions.callAlone(() -> {
            if (jobs.release(run.job().name(), run.holder(), next)) {
                runs.end(run.id(), outcome, error, now);
                runs.trim(run.job().name());
                if (run.isInterrupted() && row.wanted()) {
                    jobs.want(run.job().name());
                }
            }
            return 0;
        });
    }

    /** Asks all runs to end and waits for them a while. */
    void stop() {
        held.values().forEach(Held::interrupt);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-job-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
