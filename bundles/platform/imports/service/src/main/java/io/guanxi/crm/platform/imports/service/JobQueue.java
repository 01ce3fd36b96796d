package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job after the other on a thread of its own, each in the name of the caller who asked for it. */
final class JobQueue implements AutoCloseable {

    /** What a job does; it looks at its signals now and then. */
    @FunctionalInterface
    interface Work {
        void run(Signals signals) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration FULL = Duration.ofSeconds(60);
    private static final long GRACE_SECONDS = 10;

    private final JobTable jobs;
    private final int longest;
    private final ThreadPoolExecutor worker;
    private final Map<Long, Signals> signals = new ConcurrentHashMap<>();

    JobQueue(String thread, JobTable jobs, int longest) {
        this.jobs = jobs;
        this.longest = longest;
        this.worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, thread));
    }

    /** @throws TooManyRequestsException where too many wait already */
    void requireRoom() {
        if (worker.getQueue().size() >= longest) {
            throw new TooManyRequestsException(FULL);
        }
    }

    /**
     * @param work ends with {@link JobStoppedException} or {@link JobCancelledException} where its signals say so
     * @param failed is told of whatever else it ends with: nobody else would end the job
     */
    void submit(RunningJob job, Caller caller, Work work, Consumer<CrmException> failed) {
        Signals mine = new Signals();
        signals.put(job.id(), mine);
        worker.execute(() -> Callers.runAs(caller, () -> {
            try {
                run(job, work, mine, failed);
            } finally {
                signals.remove(job.id());
            }
        }));
    }

    boolean cancel(long id) {
        if (jobs.cancelled(id, ImportJob.State.QUEUED)) {
            return true;
        }
        Signals running = signals.get(id);
        if (running != null) {
            running.cancel();
            return true;
        }
        // it runs on another node, which finds out at its next chunk
        return jobs.cancelled(id, ImportJob.State.RUNNING);
    }

    private static void run(RunningJob job, Work work, Signals mine, Consumer<CrmException> failed) {
        String type = job.request().type();
        try {
            mine.check();
            work.run(mine);
        } catch (JobStoppedException e) {
            LOG.info("job {} of {} was stopped and goes on with the next start", job.id(), type);
        } catch (CrmException e) {
            if (mine.isStopped()) {
                LOG.info("job {} of {} was stopped on its way down: {}", job.id(), type, e.getMessage());
            } else {
                LOG.info("job {} of {} failed: {}", job.id(), type, e.getMessage());
                failed.accept(e);
            }
        } catch (RuntimeException | IOException | Error e) {
            if (mine.isStopped()) {
                LOG.warn("job {} of {} was stopped on its way down", job.id(), type, e);
            } else {
                LOG.error("job {} of {} broke off", job.id(), type, e);
                failed.accept(new JobFailedException());
            }
        }
    }

    /** Takes no more jobs, and tells those it has to end. */
    void stop() {
        signals.values().forEach(Signals::stop);
        worker.shutdown();
    }

    /** Lets the current chunk end; what is left goes on with the next start. */
    @Override
    public void close() {
        stop();
        try {
            if (!worker.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a job is still busy after {} s", GRACE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
