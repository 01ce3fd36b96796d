package io.guanxi.crm.platform.imports.service;

import io.guanxi.crm.platform.imports.ImportJob;
import io.guanxi.crm.platform.imports.ImportRequest;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job after the other on a thread of its own, each in the name of the caller who started it. */
final class JobQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration FULL = Duration.ofSeconds(60);
    private static final long GRACE_SECONDS = 10;

    private final JobTable jobs;
    private final ChunkWriter writer;
    private final ThreadPoolExecutor worker;
    private final Map<Long, Signals> signals = new ConcurrentHashMap<>();

    JobQueue(JobTable jobs, ChunkWriter writer, int longest) {
        this.jobs = jobs;
        this.writer = writer;
        this.worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(longest), task -> new Thread(task, "crm-imports"));
    }

    /** @throws TooManyRequestsException where too many wait already */
    void requireRoom() {
        if (worker.getQueue().remainingCapacity() == 0) {
            throw new TooManyRequestsException(FULL);
        }
    }

    /** @throws TooManyRequestsException where too many wait already; the job is over then */
    void submit(long id, ImportRequest request, CsvSource source, StoredFile file) {
        Caller caller = Callers.require();
        signals.put(id, new Signals());
        try {
            worker.execute(() -> Callers.runAs(caller, () -> run(id, request, source, file)));
        } catch (RejectedExecutionException e) {
            signals.remove(id);
            TooManyRequestsException full = new TooManyRequestsException(FULL);
            jobs.failed(id, full);
            throw full;
        }
    }

    boolean cancel(long id) {
        if (jobs.cancelled(id, ImportJob.State.QUEUED)) {
            return true;
        }
        Optional<Signals> running = Optional.ofNullable(signals.get(id));
        running.ifPresent(Signals::cancel);
        return running.isPresent();
    }

    private void run(long id, ImportRequest request, CsvSource source, StoredFile file) {
        Signals mine = signals.getOrDefault(id, new Signals());
        try (file) {
            if (jobs.begin(id)) {
                complete(id, new JobRun(id, request, source, writer, mine), request, mine);
            }
        } finally {
            signals.remove(id);
        }
    }

    /** Whatever ends the run ends the job: nobody else would. */
    private void complete(long id, JobRun run, ImportRequest request, Signals mine) {
        long started = System.nanoTime();
        try {
            Tally tally = run.run();
            jobs.done(id);
            long ms = Math.max(1, (System.nanoTime() - started) / 1_000_000);
            LOG.info(
                    "import {} of {} done: {} rows read, {} rejected, {} records created, {} updated, {} unchanged, {} ms, {} rows/s",
                    id,
                    request.type(),
                    tally.read(),
                    tally.rejected(),
                    tally.created(),
                    tally.updated(),
                    tally.unchanged(),
                    ms,
                    tally.read() * 1000 / ms);
        } catch (JobCancelledException e) {
            LOG.info("import {} of {} was cancelled", id, request.type());
            jobs.cancelled(id, ImportJob.State.RUNNING);
        } catch (CrmException e) {
            LOG.info("import {} of {} failed: {}", id, request.type(), e.getMessage());
            jobs.failed(id, cause(mine, e));
        } catch (RuntimeException | IOException | Error e) {
            LOG.error("import {} of {} broke off", id, request.type(), e);
            jobs.failed(id, cause(mine, new JobFailedException()));
        }
    }

    /** While the system goes down, whatever fails fails because of that. */
    private static CrmException cause(Signals signals, CrmException e) {
        return signals.isStopped() ? new JobStoppedException() : e;
    }

    /** Takes no more jobs, and tells those it has to end. */
    void stop() {
        signals.values().forEach(Signals::stop);
        worker.shutdown();
    }

    /** Lets the current chunk end; what is left is marked as interrupted. */
    @Override
    public void close() {
        stop();
        try {
            if (!worker.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an import is still busy after {} s", GRACE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
