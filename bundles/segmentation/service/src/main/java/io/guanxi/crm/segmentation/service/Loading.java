package io.guanxi.crm.segmentation.service;

import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.security.Caller;
import io.guanxi.crm.platform.security.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads in the background, once at a time. Requests wait a while for the first load, not for as long as it takes. */
final class Loading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Runnable load;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Loading::thread);
    private @Nullable CompletableFuture<Void> latest;

    Loading(Runnable load) {
        this.load = load;
    }

    /** Begins a load, unless one is going on. */
    synchronized void begin() {
        CompletableFuture<Void> last = latest;
        if (last == null || last.isDone()) {
            latest = begun();
        }
    }

    /** Returns once the latest load is done; begins one where there was none, or where it failed. */
    void await() {
        try {
            latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw stillLoading();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillLoading();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Void> latest() {
        CompletableFuture<Void> last = latest;
        if (last == null || last.isCompletedExceptionally()) {
            last = begun();
            latest = last;
        }
        return last;
    }

    private CompletableFuture<Void> begun() {
        return CompletableFuture.runAsync(() -> Callers.runAs(Caller.system("segmentation"), this::logged), thread);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void logged() {
        try {
            load.run();
        } catch (RuntimeException e) {
            // nobody may be waiting any more
            LOG.warn("the confirmed orders could not be loaded; the next query tries again", e);
            throw e;
        }
    }

    private static UnavailableException stillLoading() {
        return new UnavailableException(
                "still-loading",
                "The orders are still being loaded. Please try again.",
                "订单数据正在加载，请稍后重试。",
                Duration.ofSeconds(2));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-segmentation-load");
        thread.setDaemon(true);
        return thread;
    }
}
